package tw.gov.mocs.hub.agency;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** Proposed certificates and the challenges to their keys. */
@Mapper
interface ProposalMapper {

  void insertChallenge(
      @Param("nonce") String nonce,
      @Param("agencyId") long agencyId,
      @Param("thumbprint") String thumbprint,
      @Param("until") Instant until);

  @Nullable Instant challengeUntil(
      @Param("nonce") String nonce,
      @Param("agencyId") long agencyId,
      @Param("thumbprint") String thumbprint);

  /** 0 if somebody else has taken it. */
  int takeChallenge(@Param("nonce") String nonce);

  int forgetChallenges(@Param("past") Instant past);

  /** For which agencies it is registered, also if it was withdrawn, or waits to be. */
  List<Long> holders(@Param("thumbprint") String thumbprint);

  void insert(@Param("row") NewProposal row);

  @Nullable ProposalRow find(@Param("id") long id);

  @Nullable ProposalRow findOpen(@Param("thumbprint") String thumbprint);

  /** Only if it is PROPOSED; else 0. */
  int decide(
      @Param("id") long id,
      @Param("status") ProposalStatus status,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") @Nullable String reason);

  /** The newest first. */
  List<ProposalRow> list(
      @Param("agencyId") @Nullable Long agencyId,
      @Param("status") @Nullable ProposalStatus status,
      @Param("offset") long offset,
      @Param("size") int size);

  long count(
      @Param("agencyId") @Nullable Long agencyId, @Param("status") @Nullable ProposalStatus status);

  /** A proposal to be stored. */
  record NewProposal(
      long agencyId,
      String thumbprint,
      byte[] certificate,
      boolean forLogin,
      boolean forCall,
      boolean forEncryption,
      CertificateChallenge.@Nullable Kind kind,
      @Nullable String statement,
      byte @Nullable [] proof,
      Instant at,
      String by,
      String byThumbprint) {}

  /** A proposal as stored. */
  record ProposalRow(
      long id,
      long agencyId,
      String thumbprint,
      byte[] certificate,
      boolean forLogin,
      boolean forCall,
      boolean forEncryption,
      ProposalStatus status,
      @Nullable String statementText,
      byte @Nullable [] proof,
      Instant proposedAt,
      String proposedBy,
      String proposerPrint,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy,
      @Nullable String reason) {

    CertificateProposal toProposal() {
      Set<CertificateUse> uses = new HashSet<>();
      if (forLogin) {
        uses.add(CertificateUse.LOGIN);
      }
      if (forCall) {
        uses.add(CertificateUse.CALL);
      }
      if (forEncryption) {
        uses.add(CertificateUse.ENCRYPTION);
      }
      return new CertificateProposal(
          id,
          agencyId,
          Certificates.parse(certificate),
          thumbprint,
          uses,
          status,
          statementText,
          proof == null ? new byte[0] : proof,
          proposedAt,
          proposedBy,
          proposerPrint,
          decidedAt,
          decidedBy,
          reason);
    }
  }
}
