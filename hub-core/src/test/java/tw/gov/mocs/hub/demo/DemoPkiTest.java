package tw.gov.mocs.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The demo's certificates, as other programs find them. */
class DemoPkiTest {

  private static DemoPki pki;

  @BeforeAll
  static void make(@TempDir Path folder) {
    pki = DemoPki.make(folder, Clock.systemUTC());
  }

  @Test
  void chainsEveryLeafToTheRoot() throws Exception {
    X509Certificate root = KeyFiles.certificates(pki.root()).get(0);
    for (String name : DemoPki.names()) {
      List<X509Certificate> chain = KeyFiles.certificates(pki.identity(name).certificate());
      assertThat(chain).hasSize(2);
      chain.get(0).verify(chain.get(1).getPublicKey());
      chain.get(1).verify(root.getPublicKey());
    }
  }

  @Test
  void namesAsCallersWhoCallsAndNobodyElse() {
    assertThat(DemoPki.callers())
        .contains("agency-a", "agency-a-revoked", "agency-unregistered", "auditor")
        .doesNotContain("hub", "tls", "checkpoint", "delivery", "receipt", "ocsp")
        .doesNotContain("agency-a-encryption");
  }

  @Test
  void keepsTheKeyThatTheCertificateNames() throws Exception {
    for (String name : DemoPki.names()) {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KeyFiles.privateKey(pki.identity(name).key()));
      byte[] signed = signature.sign();
      signature.initVerify(
          KeyFiles.certificates(pki.identity(name).certificate()).get(0).getPublicKey());
      assertThat(signature.verify(signed)).isTrue();
    }
  }

  @Test
  void hidesEveryPrivateFileFromOthers() throws Exception {
    try (var files = Files.list(pki.folder())) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void putsTheIntermediateIntoTheKeyStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(pki.agencyA().p12())) {
      store.load(in, DemoPki.P12_PASSWORD.toCharArray());
    }
    assertThat(store.getCertificateChain("agency-a")).hasSize(2);
  }

  @Test
  void revokesOnlyTheRevokedOne() throws Exception {
    X509CRL crl;
    try (InputStream in = Files.newInputStream(pki.intermediateCrl())) {
      crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
    }
    assertThat(crl.getRevokedCertificates())
        .singleElement()
        .returns(
            KeyFiles.certificates(pki.agencyARevoked().certificate()).get(0).getSerialNumber(),
            entry -> entry.getSerialNumber());
  }

  @Test
  void makesSecretKeys() {
    assertThat(KeyFiles.secretKey(pki.tokenKey(), "AES").getEncoded())
        .isNotEqualTo(KeyFiles.secretKey(pki.evidenceKey(), "AES").getEncoded());
  }

  @Test
  void isLeftAloneWhileItHolds() throws Exception {
    FileTime before = Files.getLastModifiedTime(pki.root());
    DemoPki.make(pki.folder(), Clock.systemUTC());
    assertThat(Files.getLastModifiedTime(pki.root())).isEqualTo(before);
  }

  @Test
  void isMadeAnewBeforeItExpires(@TempDir Path other) throws Exception {
    DemoPki old =
        DemoPki.make(
            other,
            Clock.fixed(
                Instant.now().minus(Duration.ofDays(3 * 365 - 20)), Clock.systemUTC().getZone()));
    byte[] before = Files.readAllBytes(old.root());
    DemoPki.make(other, Clock.systemUTC());
    assertThat(Files.readAllBytes(old.root())).isNotEqualTo(before);
  }
}
