package tw.gov.mocs.hub.agency;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.Certificates;

/** Accounts and their certificates in the database; closed accounts are only listed. */
@Mapper
interface AccountMapper {

  List<Account> accounts();

  @Nullable Account findByName(@Param("name") String name);

  @Nullable Account findByThumbprint(@Param("thumbprint") String thumbprint);

  int countWithRole(@Param("role") Role role);

  /** Those that can log in; of all names if it is null. */
  int countEnabled(@Param("name") @Nullable String name, @Param("role") Role role);

  /** Also closed ones. */
  int countName(@Param("name") String name);

  int countBound(@Param("thumbprint") String thumbprint);

  /** The account that has the certificate, also a disabled one; a closed one has none. */
  @Nullable String holder(@Param("thumbprint") String thumbprint);

  List<ProfileRow> profiles();

  List<ProfileRow> closedProfiles();

  /** A null enables it. */
  int disable(@Param("id") long id, @Param("at") @Nullable Instant at);

  /** In DER form, those bound first first. */
  List<byte[]> certificatesOf(@Param("accountId") long accountId);

  void propose(@Param("row") NewProposal row);

  List<ProposalRow> openProposals();

  @Nullable ProposalRow findProposal(@Param("id") long id);

  /** Only if it is PROPOSED; else 0. */
  int decide(
      @Param("id") long id,
      @Param("status") ProposalStatus status,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") @Nullable String reason);

  void insert(
      @Param("name") String name,
      @Param("displayName") String displayName,
      @Param("role") Role role,
      @Param("agencyId") @Nullable Long agencyId,
      @Param("at") Instant at);

  int changeRole(@Param("id") long id, @Param("role") Role role);

  int close(@Param("id") long id, @Param("at") Instant at);

  void bind(
      @Param("accountId") long accountId,
      @Param("thumbprint") String thumbprint,
      @Param("certificate") byte[] certificate,
      @Param("at") Instant at);

  int unbind(@Param("accountId") long accountId, @Param("thumbprint") String thumbprint);

  int unbindAll(@Param("accountId") long accountId);

  List<String> thumbprints(@Param("accountId") long accountId);

  /** The certificates of all open accounts, in DER form. */
  List<byte[]> certificates();

  /** One account as stored. */
  record ProfileRow(
      long id,
      String name,
      String displayName,
      Role role,
      @Nullable Long agencyId,
      @Nullable Instant disabledAt,
      Instant createdAt,
      long versionNo,
      @Nullable Instant closedAt) {

    AccountProfile toProfile() {
      return new AccountProfile(
          new Account(id, name, displayName, role, agencyId),
          disabledAt != null,
          createdAt,
          versionNo,
          closedAt);
    }
  }

  /** A proposal to be stored. */
  record NewProposal(
      AdministratorProposal.Kind kind,
      String name,
      String displayName,
      byte @Nullable [] certificate,
      String reason,
      Instant at,
      String by,
      @Nullable String byThumbprint) {}

  /** A proposal as stored. */
  record ProposalRow(
      long id,
      AdministratorProposal.Kind kind,
      String name,
      String displayName,
      byte @Nullable [] certificate,
      String reason,
      ProposalStatus status,
      Instant proposedAt,
      String proposedBy,
      @Nullable String proposerPrint) {

    AdministratorProposal toProposal() {
      return new AdministratorProposal(
          id,
          kind,
          name,
          displayName,
          certificate == null ? null : Certificates.parse(certificate),
          reason,
          status,
          proposedAt,
          proposedBy,
          proposerPrint);
    }
  }
}
