package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateClaimsTest {

  private static final String AUTHORITY = "O=GCA, C=TW";

  @Test
  void nameTheOrganisation() throws Exception {
    assertThat(claims(AUTHORITY, "CN=王大明, OU=銓敘部, O=考試院, C=TW"))
        .isEqualTo("serial=1A2B; issuer=O=GCA, C=TW; organization=考試院 銓敘部");
  }

  @Test
  void nameNoPerson() throws Exception {
    assertThat(claims(AUTHORITY, "SERIALNUMBER=0000000112345678, CN=王大明, C=TW"))
        .isEqualTo("serial=1A2B; issuer=O=GCA, C=TW");
  }

  @Test
  void doNotNameWhoIssuedACertificateToHimself() throws Exception {
    assertThat(claims("CN=王大明", "CN=王大明")).isEqualTo("serial=1A2B");
  }

  @Test
  void holdNoIdentityNumber() throws Exception {
    assertThat(claims(AUTHORITY, "O=A123456789")).endsWith("; organization=*");
  }

  @ParameterizedTest
  @CsvSource({
    "72830E65377931A82690442241CB7C54, 72830E65377931A82690442241CB7C54",
    "A123456789, *"
  })
  void hideASerialNumberThatIsOneOfAPersonAlone(String serial, String shown) throws Exception {
    assertThat(claims(new BigInteger(serial, 16), AUTHORITY, "C=TW"))
        .isEqualTo("serial=" + shown + "; issuer=O=GCA, C=TW");
  }

  @Test
  void cannotBeMistakenForOthers() throws Exception {
    assertThat(claims(AUTHORITY, "O=x\\; serial\\=1")).doesNotContain("; serial");
  }

  @Test
  void areNoLongerThanTheLogHolds() throws Exception {
    assertThat(claims("CN=" + "人".repeat(5_000), "O=" + "x".repeat(5_000))).hasSizeLessThan(600);
  }

  private static String claims(String issuer, String subject) throws Exception {
    return claims(BigInteger.valueOf(0x1A2B), issuer, subject);
  }

  private static String claims(BigInteger serial, String issuer, String subject) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    KeyPair pair = keys.generateKeyPair();
    Date now = Date.from(Instant.parse("2026-11-27T00:00:00Z"));
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        new X500Principal(issuer),
                        serial,
                        now,
                        now,
                        new X500Principal(subject),
                        pair.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    return CertificateClaims.of(certificate);
  }
}
