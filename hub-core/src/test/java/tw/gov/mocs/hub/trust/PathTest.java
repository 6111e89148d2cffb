package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;
import static tw.gov.mocs.hub.trust.TrustWorld.CA_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.FROM;
import static tw.gov.mocs.hub.trust.TrustWorld.LEAF_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.NOW;
import static tw.gov.mocs.hub.trust.TrustWorld.UNTIL;
import static tw.gov.mocs.hub.trust.TrustWorld.hours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;

/** Which paths are found, and which hold. */
class PathTest {

  private static final KeyPair OTHER_KEYS = KeyPairs.rsa();

  private TrustWorld world = new TrustWorld(Path.of("."));

  @BeforeEach
  void make(@TempDir Path folder) {
    world = new TrustWorld(folder);
  }

  @Test
  void trustsAGoodCertificate() {
    X509Certificate leaf = world.leaf();
    Trusted decision = trusted(world.call(leaf));
    assertThat(decision.path())
        .containsExactly(leaf, world.ca.certificate(), world.root.certificate());
  }

  @Test
  void readsTheAgencyAndTheCard() {
    Trusted decision =
        trusted(world.call(world.leaf(r -> r.directoryAttributes("2.25.7.1", "GC0001"))));
    assertThat(decision.agencyOid()).contains("2.25.7.1");
    assertThat(decision.cardNumber()).contains("GC0001");
  }

  @Test
  void takesTheCardNumberFromTheNameWithoutTheAttribute() {
    assertThat(trusted(world.call(world.leaf())).cardNumber()).contains("0000000000000101");
  }

  @Test
  void refusesAnUnknownRoot() {
    CertificateAuthority stranger =
        CertificateAuthority.root("CN=Stranger", OTHER_KEYS, FROM, UNTIL);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(stranger.issue(TrustWorld.request()), stranger.certificate()));
  }

  @Test
  void refusesAForgerWithTheIssuersName() {
    CertificateAuthority forger =
        CertificateAuthority.root(
            CertificateRequest.of(
                    world.ca.certificate().getSubjectX500Principal(),
                    OTHER_KEYS.getPublic(),
                    FROM,
                    UNTIL)
                .authority(),
            OTHER_KEYS);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(forger.issue(TrustWorld.request()), forger.certificate()));
  }

  @Test
  void refusesASelfSignedCertificate() {
    CertificateAuthority self = CertificateAuthority.root(TrustWorld.request(), LEAF_KEYS);
    refused(ErrorCode.CERTIFICATE_UNTRUSTED, world.call(self.certificate()));
  }

  @Test
  void refusesAnExpiredCertificate() {
    X509Certificate leaf = world.leaf();
    world.clock.forward(Duration.ofDays(31));
    refused(ErrorCode.CERTIFICATE_NOT_IN_FORCE, world.call(leaf));
  }

  @Test
  void refusesACertificateNotYetInForce() {
    refused(
        ErrorCode.CERTIFICATE_NOT_IN_FORCE,
        world.call(
            world.ca.issue(
                CertificateRequest.of("CN=x", LEAF_KEYS.getPublic(), hours(1), hours(9))
                    .keyUsage(KeyUsage.digitalSignature))));
  }

  @Test
  void refusesAnExpiredIntermediate() {
    CertificateAuthority old =
        world.root.intermediate("CN=Old CA", CA_KEYS, FROM, NOW.minusSeconds(1));
    world.intermediates.add(old.certificate());
    refused(ErrorCode.CERTIFICATE_NOT_IN_FORCE, world.call(old.issue(TrustWorld.request())));
  }

  @Test
  void buildsThePathWithIntermediatesOfTheMessage() {
    world.intermediates.clear();
    world.settings.put("hub.trust.revocation[1].issuer", certificateFile(world.ca.certificate()));
    trusted(world.call(world.leaf(), world.ca.certificate()));
  }

  @Test
  void refusesALeafAsIssuer() {
    X509Certificate leaf = world.leaf();
    CertificateAuthority fake =
        CertificateAuthority.of(leaf, LEAF_KEYS.getPrivate(), world.ca.path());
    refused(ErrorCode.CERTIFICATE_UNTRUSTED, world.call(fake.issue(TrustWorld.request()), leaf));
  }

  @Test
  void refusesALongerPathThanAnIssuerAllows() {
    CertificateAuthority last =
        world.root.intermediate(
            CertificateRequest.of("CN=Last CA", CA_KEYS.getPublic(), FROM, UNTIL)
                .authority()
                .with(Extension.basicConstraints, true, new BasicConstraints(0)),
            CA_KEYS);
    CertificateAuthority below = last.intermediate("CN=Below", OTHER_KEYS, FROM, UNTIL);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(below.issue(TrustWorld.request()), below.certificate(), last.certificate()));
  }

  @Test
  void findsThePathWithoutKeyIdentifiers() {
    CertificateAuthority plain =
        world.root.intermediate(
            CertificateRequest.of("CN=Plain CA", CA_KEYS.getPublic(), FROM, UNTIL)
                .authority()
                .withoutKeyIdentifiers(),
            CA_KEYS);
    world.intermediates.add(plain.certificate());
    world.source(2, plain.certificate(), world.list("p.crl", plain.crl(hours(-1), hours(1), 1)));
    trusted(world.call(plain.issue(TrustWorld.request().withoutKeyIdentifiers())));
  }

  @Test
  void findsTheCrossCertifiedPathWhenTheFirstIsNotTrusted() {
    CertificateAuthority newRoot =
        CertificateAuthority.root("CN=New Root", OTHER_KEYS, FROM, UNTIL);
    X509Certificate cross = newRoot.crossCertify(world.root, FROM, UNTIL);
    world.roots.clear();
    world.roots.add(newRoot.certificate());
    world.intermediates.add(world.root.certificate());
    world.intermediates.add(cross);
    world.source(
        2, newRoot.certificate(), world.list("n.crl", newRoot.crl(hours(-1), hours(1), 1)));
    assertThat(trusted(world.call(world.leaf())).path()).contains(cross, newRoot.certificate());
  }

  @Test
  void findsAnotherPathWhenTheFirstHasExpired() {
    CertificateAuthority newRoot =
        CertificateAuthority.root("CN=New Root", OTHER_KEYS, FROM, UNTIL);
    world.roots.add(newRoot.certificate());
    world.intermediates.clear();
    world.intermediates.add(
        world
            .root
            .intermediate(
                CertificateRequest.of(
                        world.ca.certificate().getSubjectX500Principal(),
                        CA_KEYS.getPublic(),
                        FROM,
                        NOW.minusSeconds(1))
                    .authority(),
                CA_KEYS)
            .certificate());
    world.intermediates.add(newRoot.crossCertify(world.ca, FROM, UNTIL));
    world.source(
        2, newRoot.certificate(), world.list("n.crl", newRoot.crl(hours(-1), hours(1), 1)));
    assertThat(trusted(world.call(world.leaf())).path()).contains(newRoot.certificate());
  }

  @Test
  void endsOnAuthoritiesThatCertifyEachOther() {
    CertificateAuthority one = CertificateAuthority.root("CN=One", CA_KEYS, FROM, UNTIL);
    CertificateAuthority two = CertificateAuthority.root("CN=Two", OTHER_KEYS, FROM, UNTIL);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(
            one.issue(TrustWorld.request()),
            two.crossCertify(one, FROM, UNTIL),
            one.crossCertify(two, FROM, UNTIL)));
  }

  @Test
  void refusesTheDemosCertificates() {
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(world.leaf(r -> r.policies(CertificateVerifier.DEMO_POLICY))));
  }

  @Test
  void refusesAnyCertificateBelowTheDemosAuthority() {
    CertificateAuthority demo =
        world.root.intermediate(
            CertificateRequest.of("CN=Demo CA", CA_KEYS.getPublic(), FROM, UNTIL)
                .authority()
                .policies(CertificateVerifier.DEMO_POLICY),
            CA_KEYS);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(demo.issue(TrustWorld.request()), demo.certificate()));
  }

  @Test
  void trustsTheDemosCertificatesInTheDemo() {
    world.settings.put("hub.trust.accept-demo-certificates", "true");
    trusted(world.call(world.leaf(r -> r.policies(CertificateVerifier.DEMO_POLICY))));
  }

  @Test
  void usesARecentDecisionAgainUntilItIsOld() {
    X509Certificate leaf = world.leaf();
    TrustDecision first = world.call(leaf);
    assertThat(world.call(leaf)).isSameAs(first);
    world.clock.forward(Duration.ofSeconds(61));
    assertThat(world.call(leaf)).isNotSameAs(first);
  }

  private String certificateFile(X509Certificate certificate) {
    try {
      return Files.writeString(
              world.folder.resolve("issuer.crt"),
              "-----BEGIN CERTIFICATE-----\n"
                  + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                  + "\n-----END CERTIFICATE-----\n")
          .toString();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
