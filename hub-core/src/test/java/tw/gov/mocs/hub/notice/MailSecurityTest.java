package tw.gov.mocs.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;

/** The connection to the mail server. */
class MailSecurityTest {

  private static final String ONE = "one@example.gov.tw";

  private SSLContext tls;
  private Path authority;

  @BeforeEach
  void makeCertificates(@TempDir Path folder) throws Exception {
    KeyPair keys = KeyPairs.ec("secp256r1");
    Instant from = Instant.now().minus(Duration.ofDays(1));
    Instant to = Instant.now().plus(Duration.ofDays(10));
    CertificateAuthority issuer = CertificateAuthority.root("CN=Mail Root,C=TW", keys, from, to);
    X509Certificate leaf =
        issuer.issue(
            CertificateRequest.of("CN=localhost,C=TW", keys.getPublic(), from, to)
                .server("localhost"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("mail", keys.getPrivate(), new char[0], new X509Certificate[] {leaf});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, new char[0]);
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, new SecureRandom());
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(issuer.certificate());
    }
    authority = Files.writeString(folder.resolve("authority.crt"), pem.toString());
  }

  @Test
  void sendsThroughStartTls() {
    try (MailServer server = MailServer.demandingTls(tls);
        Outbox outbox = Outbox.with(TestDatabase.H2, trusting(server))) {
      outbox.put(ONE);
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
    }
  }

  @Test
  void sendsNothingToAServerWithoutTls() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.with(TestDatabase.H2, trusting(server))) {
      outbox.put(ONE);
      assertThat(outbox.dispatch.sendDue()).isZero();
      assertThat(outbox.in(NoticeState.WAITING).get(0).lastError()).contains("STARTTLS");
    }
  }

  @Test
  void sendsNothingToAServerThatNoAuthorityVouchesFor() {
    try (MailServer server = MailServer.demandingTls(tls);
        Outbox outbox = Outbox.with(TestDatabase.H2, Outbox.settings(server, "STARTTLS"))) {
      outbox.put(ONE);
      assertThat(outbox.dispatch.sendDue()).isZero();
      assertThat(server.taken()).isEmpty();
    }
  }

  private Map<String, String> trusting(MailServer server) {
    Map<String, String> settings = new HashMap<>(Outbox.settings(server, "STARTTLS"));
    settings.put("hub.notice.smtp.trusted-certificates", authority.toString());
    return settings;
  }
}
