package tw.gov.mocs.hub.agency;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** Agencies and their certificates in the database. */
@Mapper
interface AgencyMapper {

  List<AgencyRow> agencies();

  @Nullable AgencyRow findAgency(@Param("code") String code);

  List<ProfileRow> profiles();

  @Nullable ProfileRow findProfile(@Param("code") String code);

  void insertAgency(@Param("entry") AgencyEntry entry, @Param("at") Instant at);

  /** Only if it is of this version; else 0. */
  int change(
      @Param("id") long id, @Param("version") long version, @Param("entry") AgencyEntry entry);

  int suspend(
      @Param("id") long id, @Param("suspended") boolean suspended, @Param("before") boolean before);

  List<CertificateRow> certificates();

  @Nullable CertificateRow findCertificate(@Param("thumbprint") String thumbprint);

  /** Those that were withdrawn too, the last first. */
  List<CertificateRow> findEverRegistered(@Param("thumbprint") String thumbprint);

  /** Those that were withdrawn too. */
  int countEverRegistered(@Param("thumbprint") String thumbprint);

  void insertCertificate(@Param("row") NewCertificate row);

  int withdraw(@Param("id") long id, @Param("at") Instant at);

  /** Also those that were suspended or withdrawn. */
  List<KeptRow> registeredCertificates();

  /** The proposals that were not confirmed. */
  List<KeptRow> proposedCertificates();

  /** Also one that was withdrawn. */
  @Nullable KeptRow findKept(@Param("thumbprint") String thumbprint);

  @Nullable KeptRow findProposed(@Param("id") long id);

  /** Only if it is of this version; else 0. A null resumes it. */
  int suspendCertificate(
      @Param("thumbprint") String thumbprint,
      @Param("version") long version,
      @Param("at") @Nullable Instant at);

  /** Only if it is of this version; else 0. */
  int limitCertificate(
      @Param("thumbprint") String thumbprint,
      @Param("version") long version,
      @Param("until") @Nullable Instant until);

  /** Registered by this actor, or proposed by him for an agency and registered by another. */
  int countConfirmed(@Param("agencyId") long agencyId, @Param("by") Actor by);

  /** One agency as stored. */
  record AgencyRow(
      long id,
      String code,
      String name,
      @Nullable String nameEn,
      @Nullable String oid,
      boolean suspended) {

    Agency toAgency() {
      return new Agency(id, new AgencyCode(code), name, nameEn, oid, suspended);
    }
  }

  /** All of an agency as stored. */
  record ProfileRow(
      long id,
      String code,
      String name,
      @Nullable String nameEn,
      @Nullable String oid,
      boolean suspended,
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String contactMail,
      Instant registeredAt,
      long versionNo) {

    AgencyProfile toProfile() {
      return new AgencyProfile(
          new Agency(id, new AgencyCode(code), name, nameEn, oid, suspended),
          new AgencyEntry(code, name, nameEn, oid, contactName, contactPhone, contactMail),
          registeredAt,
          versionNo);
    }
  }

  /** One certificate that was not withdrawn, as stored. */
  record CertificateRow(
      long id,
      long agencyId,
      String thumbprint,
      byte[] certificate,
      boolean forLogin,
      boolean forCall,
      boolean forEncryption,
      @Nullable String cardNumber,
      Instant confirmedAt,
      @Nullable Instant countsUntil) {

    RegisteredCertificate toCertificate() {
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
      return new RegisteredCertificate(
          id,
          agencyId,
          Certificates.parse(certificate),
          thumbprint,
          uses,
          cardNumber,
          confirmedAt,
          countsUntil);
    }
  }

  /** A certificate or a proposal as stored. */
  record KeptRow(
      long agencyId,
      String thumbprint,
      byte[] certificate,
      boolean forLogin,
      boolean forCall,
      boolean forEncryption,
      Instant since,
      String madeBy,
      @Nullable Instant withdrawnAt,
      @Nullable Instant suspendedAt,
      @Nullable Instant countsUntil,
      @Nullable Long proposalId,
      @Nullable ProposalStatus proposalStatus,
      long versionNo) {}

  /** A certificate to be stored. */
  record NewCertificate(
      long agencyId,
      String thumbprint,
      byte[] certificate,
      boolean forLogin,
      boolean forCall,
      boolean forEncryption,
      @Nullable String cardNumber,
      Instant at,
      Actor by) {}
}
