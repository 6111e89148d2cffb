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

/** Agencies and their certificates in the database. */
@Mapper
interface AgencyMapper {

  List<AgencyRow> agencies();

  @Nullable AgencyRow findAgency(@Param("code") String code);

  void insertAgency(@Param("row") NewAgency row);

  int suspend(
      @Param("id") long id, @Param("suspended") boolean suspended, @Param("before") boolean before);

  List<CertificateRow> certificates();

  @Nullable CertificateRow findCertificate(@Param("thumbprint") String thumbprint);

  void insertCertificate(@Param("row") NewCertificate row);

  int withdraw(@Param("id") long id, @Param("at") Instant at);

  int countConfirmed(@Param("agencyId") long agencyId, @Param("by") String by);

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

  /** An agency to be stored. */
  record NewAgency(
      String code, String name, @Nullable String nameEn, @Nullable String oid, Instant at) {}

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
      Instant confirmedAt) {

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
          id, agencyId, Certificates.parse(certificate), thumbprint, uses, cardNumber, confirmedAt);
    }
  }

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
      String by) {}
}
