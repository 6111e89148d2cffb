package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tw.gov.mocs.hub.trust.TrustWorld.FROM;
import static tw.gov.mocs.hub.trust.TrustWorld.ROOT_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.UNTIL;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What is read of an uploaded authority, and what is not. */
class AuthorityUploadTest {

  private final X509Certificate root =
      CertificateAuthority.root("CN=Uploaded", ROOT_KEYS, FROM, UNTIL).certificate();

  @Test
  void readsDerAndPem() {
    assertThat(AuthorityUpload.read(Certificates.der(root))).isEqualTo(root);
    assertThat(AuthorityUpload.read(bytes(pem("CERTIFICATE")))).isEqualTo(root);
  }

  @Test
  void refusesSeveralCertificates() {
    refuses("數張憑證", pem("CERTIFICATE") + pem("CERTIFICATE"));
  }

  @Test
  void refusesAPrivateKey() {
    refuses("私密金鑰", pem("CERTIFICATE") + pem("PRIVATE KEY"));
  }

  @Test
  void refusesWhatIsNoCertificate() {
    refuses("不是 PEM 或 DER", "no certificate");
    refuses("空白", "");
    refuses("超過", "x".repeat(AuthorityUpload.MAX_BYTES + 1));
  }

  private String pem(String label) {
    String content = Base64.getMimeEncoder().encodeToString(Certificates.der(root));
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, content, label);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void refuses(String why, String file) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> AuthorityUpload.read(bytes(file)))
        .returns(ErrorCode.VALUE_INVALID, HubException::code)
        .satisfies(refusal -> assertThat(refusal.told().toString()).contains(why));
  }
}
