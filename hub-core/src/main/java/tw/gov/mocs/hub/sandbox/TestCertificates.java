package tw.gov.mocs.hub.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.demo.SampleApplications;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;

/**
 * Gives out test certificates. The rule of a sandbox: each key is an agency of its own, which may
 * call every open service with all its fields, from everywhere.
 */
@Component
@ConditionalOnProperty("hub.sandbox.folder")
public class TestCertificates {

  /** What still holds that long need not be made anew. */
  private static final Duration STILL_GOOD = Duration.ofDays(30);

  private final SandboxSettings settings;
  private final Agencies agencies;
  private final SampleApplications applications;
  private final Grants grants;
  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private int givenToday;

  TestCertificates(
      SandboxSettings settings,
      Agencies agencies,
      SampleApplications applications,
      Grants grants,
      Clock clock) {
    this.settings = settings;
    this.agencies = agencies;
    this.applications = applications;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * The test certificate of the key in a signing request: the one it has, or a new one.
   *
   * @param pem 憑證申請檔 (CSR)
   * @param from the address that asks
   * @throws HubException VALUE_INVALID, CERTIFICATE_WEAK for the request; TEST_CERTIFICATES_GIVEN
   *     when that were enough today
   */
  public synchronized TestCertificate give(String pem, String from) {
    SigningRequestFile request = SigningRequestFile.read(pem);
    AgencyCode code = code(request.key());
    return find(code, request.key()).orElseGet(() -> make(code, request, from));
  }

  /** The one with this thumbprint; only ever one that was given out here. */
  public Optional<TestCertificate> find(String thumbprint) {
    return agencies
        .findByThumbprint(thumbprint)
        .flatMap(registered -> complete(agencies.get(registered.agencyId()), registered));
  }

  /** 根憑證: the authority that issued them, the server's certificate and the signer's. */
  public X509Certificate authority() {
    return pki().issuer().certificate();
  }

  /** Signs the answers of the sandbox. */
  public X509Certificate signer() {
    return KeyFiles.certificates(pki().certificate("hub")).get(0);
  }

  private Optional<TestCertificate> find(AgencyCode code, PublicKey key) {
    return agencies
        .find(code)
        .flatMap(
            agency ->
                agencies.certificatesOf(agency.id()).stream()
                    .filter(each -> each.certificate().getPublicKey().equals(key))
                    .map(RegisteredCertificate::thumbprint)
                    .flatMap(thumbprint -> agencies.findByThumbprint(thumbprint).stream())
                    .filter(this::holdsLong)
                    .findFirst()
                    .flatMap(registered -> complete(agency, registered)));
  }

  private boolean holdsLong(RegisteredCertificate registered) {
    Instant end = registered.certificate().getNotAfter().toInstant();
    return end.isAfter(clock.instant().plus(STILL_GOOD));
  }

  private Optional<TestCertificate> complete(Agency agency, RegisteredCertificate registered) {
    LocalDate today = RocDate.dayOf(clock.instant());
    return grants.of(agency.id()).stream()
        .filter(grant -> grant.period().contains(today))
        .map(Grant::applicationNo)
        .findFirst()
        .map(number -> new TestCertificate(agency, registered, number));
  }

  private TestCertificate make(AgencyCode code, SigningRequestFile request, String from) {
    count();
    CertificateAuthority authority = pki().issuer();
    Actor actor = new Actor("sandbox", null, from);
    Agency agency =
        agencies
            .find(code)
            .orElseGet(
                () ->
                    agencies.register(
                        code,
                        ("測試機關 SANDBOX " + request.name()).strip(),
                        ("Test agency SANDBOX " + request.name()).strip(),
                        null,
                        actor));
    RegisteredCertificate registered =
        agencies.registerCertificate(
            code, issue(authority, agency, request.key()), uses(request.key()), actor);
    applications.makeOpen(card(authority, agency, actor), "測試系統", Quota.DEFAULT);
    return complete(agency, registered).orElseThrow();
  }

  /** An application is signed by a card, which a program has none of: one is made for it alone. */
  private DemoCard card(CertificateAuthority authority, Agency agency, Actor actor) {
    KeyPair keys = KeyPairs.rsa();
    X509Certificate certificate = issue(authority, agency, keys.getPublic());
    agencies.registerCertificate(agency.code(), certificate, Set.of(CertificateUse.LOGIN), actor);
    return new DemoCard(List.of(certificate), keys.getPrivate());
  }

  private X509Certificate issue(CertificateAuthority authority, Agency agency, PublicKey key) {
    Instant now = clock.instant();
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    name.addRDN(BCStyle.C, "TW");
    name.addRDN(BCStyle.O, "SANDBOX");
    name.addRDN(BCStyle.CN, agency.name());
    name.addRDN(BCStyle.SERIALNUMBER, agency.code().value());
    return authority.issue(
        CertificateRequest.of(
                subject(name),
                key,
                now.minusSeconds(300),
                now.plus(Duration.ofDays(settings.certificateDays())))
            .keyUsage(usage(key))
            .extendedKeyUsage(KeyPurposeId.id_kp_clientAuth)
            .policies(CertificateVerifier.DEMO_POLICY));
  }

  private static X500Principal subject(X500NameBuilder name) {
    try {
      return new X500Principal(name.build().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRsa(PublicKey key) {
    return key.getAlgorithm().equals("RSA");
  }

  private static int usage(PublicKey key) {
    int signing = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    return isRsa(key) ? signing | KeyUsage.keyEncipherment : signing;
  }

  /** Answers are encrypted to RSA keys alone. */
  private static Set<CertificateUse> uses(PublicKey key) {
    return isRsa(key)
        ? Set.of(CertificateUse.LOGIN, CertificateUse.CALL, CertificateUse.ENCRYPTION)
        : Set.of(CertificateUse.LOGIN, CertificateUse.CALL);
  }

  /** The same key is the same agency. */
  private static AgencyCode code(PublicKey key) {
    String digest = new BigInteger(1, Digests.sha256(key.getEncoded())).toString(36);
    return new AgencyCode("T" + digest.substring(0, 9).toUpperCase(Locale.ROOT));
  }

  private void count() {
    LocalDate today = RocDate.dayOf(clock.instant());
    givenToday = today.equals(day) ? givenToday + 1 : 1;
    day = today;
    if (givenToday > settings.certificatesPerDay()) {
      String limit = String.valueOf(settings.certificatesPerDay());
      throw new HubException(ErrorCode.TEST_CERTIFICATES_GIVEN, "for today", limit);
    }
  }

  private SandboxPki pki() {
    return SandboxPki.at(
        requireNonNull(settings.folder(), "folder").toAbsolutePath().resolve("pki"));
  }
}
