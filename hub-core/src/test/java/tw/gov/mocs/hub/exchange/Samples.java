package tw.gov.mocs.hub.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.ServiceCategory;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.RevocationState;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;

/** A service of eight fields and a grant of it, for the tests of this package. */
final class Samples {

  static final long AGENCY = 7;
  static final ServiceCode CODE = new ServiceCode("SQ_TA_001");
  static final String NUMBER = "APSQ11500001";
  static final byte[] REQUEST_DIGEST = Digests.sha256(new byte[] {1});
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  static final List<Field> FIELDS =
      List.of(
          field(1, "RECORD_NO", "recordNo", FieldType.STRING, 20, null),
          identifier(2, "ID_NO", "idNo"),
          field(3, "FULL_NAME", "fullName", FieldType.STRING, 60, null),
          field(4, "AGENCY_CODE", "agencyCode", FieldType.CODE, 10, CriterionKind.EQ),
          field(5, "APPRAISAL_YEAR", "appraisalYear", FieldType.INTEGER, 3, CriterionKind.EQ),
          decimal(6, "SCORE", "score"),
          field(7, "ACTION_DATE", "actionDate", FieldType.DATE, null, CriterionKind.RANGE),
          field(8, "UPDATED_AT", "updatedAt", FieldType.TIMESTAMP, null, CriterionKind.RANGE));

  private static final X509Certificate CERTIFICATE =
      CertificateAuthority.root(
              "CN=Test", KeyPairs.rsa(), Instant.EPOCH, Instant.parse("2026-12-03T02:00:00Z"))
          .certificate();

  private Samples() {}

  static Caller caller() {
    return caller(new byte[32]);
  }

  /** The agency's system, with a message of this digest. */
  static Caller caller(byte[] signedDigest) {
    return new Caller(
        new Agency(AGENCY, new AgencyCode("301000000A"), "甲", null, null, false),
        new RegisteredCertificate(
            1, AGENCY, CERTIFICATE, "00", Set.of(CertificateUse.CALL), null, Instant.EPOCH, null),
        new Trusted(
            CERTIFICATE,
            List.of(CERTIFICATE),
            new RevocationEvidence(RevocationState.GOOD, "CRL", Instant.EPOCH, false),
            Optional.empty(),
            Optional.empty()),
        InetAddress.getLoopbackAddress(),
        signedDigest,
        Instant.EPOCH,
        REQUEST_DIGEST.clone(),
        null,
        Instant.EPOCH);
  }

  private static Field field(
      int ordinal,
      String column,
      String name,
      FieldType type,
      @Nullable Integer length,
      @Nullable CriterionKind kind) {
    return new Field(
        ordinal,
        column,
        name,
        name,
        name,
        type,
        length,
        null,
        null,
        false,
        kind,
        DataClass.PERSONAL,
        null,
        null);
  }

  private static Field identifier(int ordinal, String column, String name) {
    return new Field(
        ordinal,
        column,
        name,
        name,
        name,
        FieldType.STRING,
        10,
        null,
        null,
        true,
        CriterionKind.EQ,
        DataClass.IDENTIFIER,
        null,
        null);
  }

  private static Field decimal(int ordinal, String column, String name) {
    return new Field(
        ordinal,
        column,
        name,
        name,
        name,
        FieldType.DECIMAL,
        5,
        2,
        null,
        false,
        CriterionKind.EQ,
        DataClass.PERSONAL,
        null,
        null);
  }

  static ExchangeService service() {
    return service("REVIEW", ServiceStatus.OPEN);
  }

  static ExchangeService service(String tableName, ServiceStatus status) {
    ExchangeTable table =
        new ExchangeTable(tableName, "審定", "Reviews", "ID_NO", "RECORD_NO", FIELDS);
    RequiredCriteria required =
        new RequiredCriteria(List.of("idNo", "agencyCode"), "updatedAt", 31);
    return new ExchangeService(
        CODE,
        1,
        "銓審資料",
        "Reviews",
        new ServiceCategory("銓審", "Review"),
        "",
        "",
        status,
        "維護中",
        table,
        FIELDS,
        required,
        false,
        false);
  }

  static Grant grant() {
    return new GrantBuilder().build();
  }

  static ExchangeSettings settings() {
    try {
      Path key = Files.createTempFile("token", ".key");
      key.toFile().deleteOnExit();
      Files.writeString(key, "0f".repeat(32));
      return new ExchangeSettings(
          1000, 10_000, 5_242_880, 1000, Duration.ofMinutes(15), key, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, FieldGrant> allFields() {
    Map<String, FieldGrant> all = new HashMap<>();
    FIELDS.forEach(f -> all.put(f.xmlName(), new FieldGrant(true, true)));
    return all;
  }

  static ExchangeRequest request(Criterion... criteria) {
    return new ExchangeRequest(
        CODE, "r-1", NUMBER, "公文 115-1", List.of(), List.of(criteria), null, null);
  }

  static Criterion values(String field, String... values) {
    return new Criterion.Values(field, List.of(values));
  }

  /** A grant of everything, from anywhere, this year; changed by what a test says. */
  static final class GrantBuilder {
    String number = NUMBER;
    long agencyId = AGENCY;
    GrantStatus status = GrantStatus.ACTIVE;
    int version = 1;
    LocalDate from = LocalDate.of(2026, 1, 1);
    LocalDate to = LocalDate.of(2026, 12, 31);
    List<Cidr> addresses = List.of();
    Map<String, FieldGrant> fields = allFields();
    List<RowCondition> conditions = List.of();
    boolean wholeTable;

    Grant build() {
      return new Grant(
          1,
          new ApplicationNumber(number),
          agencyId,
          new AgencyCode("301000000A"),
          status,
          version,
          new ServicePeriod(from, to),
          addresses,
          Quota.DEFAULT,
          Map.of(CODE, new ServiceGrant(CODE, fields, conditions, wholeTable)));
    }
  }
}
