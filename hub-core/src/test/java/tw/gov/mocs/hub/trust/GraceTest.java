package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.TrustWorld.CA_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.LEAF_KEYS;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.setting.SettingControl;

/** The grace that an administrator changes while the hub runs, over a list that ended. */
class GraceTest {

  private static final String GRACE = "hub.trust.grace";
  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);

  private final Instant now = Instant.now();
  private final CertificateAuthority root =
      CertificateAuthority.root(
          "CN=Root,C=TW", CA_KEYS, now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(9)));

  @Test
  void countsForTheNextDecision(@TempDir Path folder) throws IOException, CRLException {
    X509Certificate leaf =
        root.issue(
            CertificateRequest.of(
                    "CN=介接系統,C=TW",
                    LEAF_KEYS.getPublic(),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(1)))
                .keyUsage(KeyUsage.digitalSignature));
    try (ConfigurableApplicationContext core = TestCore.start(TestDatabase.H2, trust(folder))) {
      SettingControl settings = core.getBean(SettingControl.class);
      assertThat(isTrusted(core, leaf)).as("two hours late, 24 hours of grace").isTrue();
      settings.change(GRACE, 0, "1", "主管機關要求", ADMINISTRATOR);
      assertThat(isTrusted(core, leaf)).as("one hour of grace").isFalse();
      settings.reset(GRACE, 1, "恢復", ADMINISTRATOR);
      assertThat(isTrusted(core, leaf)).as("24 hours of grace again").isTrue();
    }
  }

  private static boolean isTrusted(ConfigurableApplicationContext core, X509Certificate leaf) {
    return core.getBean(CertificateVerifier.class).verify(leaf, List.of(), CertificateUse.CALL)
        instanceof TrustDecision.Trusted;
  }

  private Map<String, String> trust(Path folder) throws IOException, CRLException {
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(root.certificate());
    }
    Path anchor = Files.writeString(folder.resolve("root.pem"), pem.toString());
    Path list =
        Files.write(
            folder.resolve("root.crl"),
            root.crl(now.minus(Duration.ofHours(26)), now.minus(Duration.ofHours(2)), 1)
                .getEncoded());
    return Map.of(
        "hub.trust.roots", anchor.toString(),
        "hub.trust.revocation[0].issuer", anchor.toString(),
        "hub.trust.revocation[0].crl", list.toUri().toString());
  }
}
