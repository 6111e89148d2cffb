package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;
import static tw.gov.mocs.hub.trust.TrustWorld.FROM;
import static tw.gov.mocs.hub.trust.TrustWorld.UNTIL;
import static tw.gov.mocs.hub.trust.TrustWorld.hours;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Revocation lists: good, revoked, undetermined. */
@Timeout(30)
class CrlTest {

  private static final KeyPair OTHER_KEYS = KeyPairs.rsa();

  private TrustWorld world = new TrustWorld(Path.of("."));

  @BeforeEach
  void make(@TempDir Path folder) {
    world = new TrustWorld(folder);
  }

  @Test
  void saysWhereTheAnswerIsFrom() {
    RevocationEvidence evidence = trusted(world.call(world.leaf())).revocation();
    assertThat(evidence.source()).startsWith("CRL file:");
    assertThat(evidence.producedAt()).isEqualTo(hours(-1));
    assertThat(evidence.withinGrace()).isFalse();
  }

  @Test
  void refusesARevokedCertificate() {
    X509Certificate leaf = world.leaf();
    world.list("ca.crl", world.ca.crl(hours(-1), hours(1), 6, leaf));
    refused(ErrorCode.CERTIFICATE_REVOKED, world.call(leaf));
  }

  @Test
  void refusesBelowARevokedIntermediate() {
    world.list("root.crl", world.root.crl(hours(-1), hours(1), 6, world.ca.certificate()));
    refused(ErrorCode.CERTIFICATE_REVOKED, world.call(world.leaf()));
  }

  @Test
  void refusesWithoutASource() {
    world.settings.keySet().removeIf(key -> key.contains("revocation[1]"));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void usesAnOutdatedListWithinTheGraceAndSaysSo() {
    world.clock.forward(Duration.ofHours(25));
    assertThat(trusted(world.call(world.leaf())).revocation().withinGrace()).isTrue();
  }

  @Test
  void refusesAfterTheGrace() {
    world.clock.forward(Duration.ofHours(49));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void keepsARevokedCertificateRevokedWhenTheListIsOutdated() {
    X509Certificate leaf = world.leaf();
    world.list("ca.crl", world.ca.crl(hours(-1), hours(1), 6, leaf));
    world.clock.forward(Duration.ofDays(5));
    refused(ErrorCode.CERTIFICATE_REVOKED, world.call(leaf));
  }

  @Test
  void refusesTheListOfAnotherIssuer() {
    world.list("ca.crl", world.root.crl(hours(-1), hours(1), 6));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void refusesAListThatTheIssuerDidNotSign() {
    world.list("ca.crl", namesake().crl(hours(-1), hours(1), 6));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void refusesTheListOfAKnownNamesakeWithAnotherKey() {
    world.intermediates.add(namesake().certificate());
    world.list("ca.crl", namesake().crl(hours(-1), hours(1), 6));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void refusesAListThatIsNone() throws Exception {
    Files.writeString(world.folder.resolve("ca.crl"), "<html>maintenance</html>");
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void refusesAListOfTheFuture() {
    world.list("ca.crl", world.ca.crl(hours(2), hours(9), 6));
    refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
  }

  @Test
  void neverGoesBackToAnOlderList() {
    X509Certificate leaf = world.leaf();
    world.list("ca.crl", world.ca.crl(hours(-1), hours(9), 6, leaf));
    world.verifier();
    world.list("ca.crl", world.ca.crl(hours(-1), hours(9), 5));
    world.refresh();
    refused(ErrorCode.CERTIFICATE_REVOKED, world.call(leaf));
  }

  @Test
  void takesANewListAtOnce() {
    X509Certificate leaf = world.leaf();
    trusted(world.call(leaf));
    world.list("ca.crl", world.ca.crl(hours(0), hours(9), 6, leaf));
    world.refresh();
    refused(ErrorCode.CERTIFICATE_REVOKED, world.call(leaf));
  }

  @Test
  void keepsTheLastGoodListWhenTheNextIsBroken() throws Exception {
    world.verifier();
    Files.writeString(world.folder.resolve("ca.crl"), "");
    world.refresh();
    trusted(world.call(world.leaf()));
  }

  @Test
  void keepsTheLastGoodListOverARestart() throws Exception {
    world.verifier();
    Files.delete(world.folder.resolve("ca.crl"));
    world.restart();
    trusted(world.call(world.leaf()));
  }

  @Test
  void fetchesByHttp() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6))) {
      world.source(1, world.ca.certificate(), server.address());
      assertThat(trusted(world.call(world.leaf())).revocation().source())
          .isEqualTo("CRL " + server.address());
    }
  }

  @Test
  void readsPem() throws Exception {
    X509CRL crl = world.ca.crl(hours(-1), hours(1), 6);
    Files.writeString(
        world.folder.resolve("ca.crl"),
        "-----BEGIN X509 CRL-----\n"
            + Base64.getMimeEncoder().encodeToString(crl.getEncoded())
            + "\n-----END X509 CRL-----\n");
    trusted(world.call(world.leaf()));
  }

  @Test
  void isUndeterminedWhenTheAddressCannotBeReached() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String nobody = "http://127.0.0.1:" + taken.getLocalPort() + "/";
      taken.close();
      world.source(1, world.ca.certificate(), nobody);
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void isUndeterminedWhenNoAnswerComesInTime() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6)).slow()) {
      world.source(1, world.ca.certificate(), server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void isUndeterminedWhenTheAnswerNeverEnds() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6)).trickling()) {
      world.source(1, world.ca.certificate(), server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void isUndeterminedWhenTheServerFails() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6)).status(500)) {
      world.source(1, world.ca.certificate(), server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void followsNoRedirection() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6)).status(302)) {
      world.source(1, world.ca.certificate(), server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void readsNoListThatIsTooLarge() {
    try (LoopbackServer server = new LoopbackServer(body -> new byte[30_000])) {
      world.source(1, world.ca.certificate(), server.address());
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(world.leaf()));
    }
  }

  @Test
  void fetchesNothingThatACertificateNames() {
    try (LoopbackServer server = serving(world.ca.crl(hours(-1), hours(1), 6))) {
      world.settings.keySet().removeIf(key -> key.contains("revocation[1]"));
      refused(
          ErrorCode.REVOCATION_UNDETERMINED,
          world.call(world.leaf(r -> r.crlDistributionPoint(server.address()))));
      assertThat(server.requests()).isZero();
    }
  }

  private CertificateAuthority namesake() {
    return CertificateAuthority.root(
        CertificateRequest.of(
                world.ca.certificate().getSubjectX500Principal(),
                OTHER_KEYS.getPublic(),
                FROM,
                UNTIL)
            .authority(),
        OTHER_KEYS);
  }

  private static LoopbackServer serving(X509CRL crl) {
    try {
      byte[] der = crl.getEncoded();
      return new LoopbackServer(body -> der);
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
  }
}
