package tw.gov.mocs.hub.demo;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of the demo, as text: whose it is and what it is for.
 *
 * @param name of its files
 * @param subject its name
 * @param keyUsage bits of {@link KeyUsage}
 * @param purpose its extended usage, or null
 * @param agencyOid the OID of its agency, or null
 * @param from in force from so long after now (negative: before)
 * @param until in force until so long after now
 */
record DemoSubject(
    String name,
    String subject,
    int keyUsage,
    @Nullable KeyPurposeId purpose,
    @Nullable String agencyOid,
    Duration from,
    Duration until) {

  static final Duration YEAR = Duration.ofDays(365);

  /** Every end entity; the server's name is added to {@code tls} by the maker. */
  static final List<DemoSubject> ALL =
      List.of(
          of("tls", "CN=localhost,OU=示範,O=銓敘部,C=TW", tlsUsage(), null, null),
          of("hub", "CN=人事資料介接平臺,OU=示範,O=銓敘部,C=TW", signing(), null, null),
          of("checkpoint", "CN=稽核檢查點,OU=示範,O=銓敘部,C=TW", signing(), null, null),
          of("receipt", "CN=申請收件證明,OU=示範,O=銓敘部,C=TW", signing(), null, null),
          of("delivery", "CN=檔案交換,OU=示範,O=銓敘部,C=TW", signing(), null, null),
          of(
              "ocsp",
              "CN=憑證狀態查詢,OU=示範,O=銓敘部,C=TW",
              KeyUsage.digitalSignature,
              KeyPurposeId.id_kp_OCSPSigning,
              null),
          agencyA("agency-a", "0000000000000101"),
          of(
              "agency-b",
              "SERIALNUMBER=0000000000000201,CN=人事介接系統,OU=示範機關乙,O=行政院,C=TW",
              KeyUsage.digitalSignature,
              KeyPurposeId.id_kp_clientAuth,
              DemoPki.AGENCY_B_OID),
          card("admin", "0000000000000901", "示範管理者"),
          card("admin-2", "0000000000000905", "示範管理者二"),
          card("reviewer", "0000000000000902", "示範審核人員一"),
          card("reviewer-2", "0000000000000903", "示範審核人員二"),
          card("auditor", "0000000000000904", "示範稽核人員"),
          of(
              "agency-a-encryption",
              "SERIALNUMBER=0000000000000102,CN=人事介接系統,OU=示範機關甲,O=行政院,C=TW",
              KeyUsage.keyEncipherment | KeyUsage.dataEncipherment,
              null,
              DemoPki.AGENCY_A_OID),
          agencyA("agency-a-revoked", "0000000000000103"),
          agencyA("agency-a-expired", "0000000000000104")
              .during(YEAR.multipliedBy(-2), Duration.ofDays(-1)),
          agencyA("agency-a-next", "0000000000000105").during(Duration.ofDays(-1), years(4)),
          of(
              "agency-unregistered",
              "SERIALNUMBER=0000000000000301,CN=人事介接系統,OU=示範機關丙,O=行政院,C=TW",
              KeyUsage.digitalSignature,
              KeyPurposeId.id_kp_clientAuth,
              DemoPki.MARKER_POLICY + ".3"));

  private static DemoSubject of(
      String name,
      String subject,
      int keyUsage,
      @Nullable KeyPurposeId purpose,
      @Nullable String agencyOid) {
    return new DemoSubject(
        name, subject, keyUsage, purpose, agencyOid, Duration.ofDays(-1), years(3));
  }

  private static DemoSubject agencyA(String name, String cardNumber) {
    return of(
        name,
        "SERIALNUMBER=" + cardNumber + ",CN=人事介接系統,OU=示範機關甲,O=行政院,C=TW",
        KeyUsage.digitalSignature,
        KeyPurposeId.id_kp_clientAuth,
        DemoPki.AGENCY_A_OID);
  }

  private static DemoSubject card(String name, String cardNumber, String person) {
    return of(
        name,
        "SERIALNUMBER=" + cardNumber + ",CN=" + person + ",OU=示範,O=銓敘部,C=TW",
        signing(),
        KeyPurposeId.id_kp_clientAuth,
        null);
  }

  private DemoSubject during(Duration newFrom, Duration newUntil) {
    return new DemoSubject(name, subject, keyUsage, purpose, agencyOid, newFrom, newUntil);
  }

  private static int signing() {
    return KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
  }

  private static int tlsUsage() {
    return KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  }

  private static Duration years(int years) {
    return YEAR.multipliedBy(years);
  }
}
