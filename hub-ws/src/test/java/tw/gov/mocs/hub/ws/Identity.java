package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.wss4j.common.crypto.Merlin;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;

/** Somebody who can sign: a key and its certificate, issued by the authority of these tests. */
record Identity(X509Certificate certificate, PrivateKey key, List<X509Certificate> chain) {

  static final String ALIAS = "me";
  static final char[] PASSWORD = "changeit".toCharArray();

  private static final Instant FROM = Instant.now().minus(Duration.ofDays(1));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(30));
  private static final CertificateAuthority ROOT =
      CertificateAuthority.root("CN=Test Root,O=Test,C=TW", keys("RSA", 2048), FROM, UNTIL);
  private static final CertificateAuthority ISSUER =
      ROOT.intermediate("CN=Test Issuer,O=Test,C=TW", keys("RSA", 2048), FROM, UNTIL);

  static final Identity HUB = rsa("hub", 2048);
  static final Identity AGENCY = rsa("agency", 2048);
  static final Identity RSA_4096 = rsa("agency-4096", 4096);
  static final Identity P256 = ec("agency-p256", "secp256r1");
  static final Identity P384 = ec("agency-p384", "secp384r1");
  static final Identity P521 = ec("agency-p521", "secp521r1");
  static final Identity RSA_1024 = rsa("agency-1024", 1024);
  static final Identity STRANGER = rsa("stranger", 2048);
  static final Identity LOGIN_ONLY = rsa("login-only", 2048);
  static final Identity OF_SUSPENDED = rsa("suspended", 2048);

  static Identity rsa(String name, int bits) {
    return issue(name, keys("RSA", bits));
  }

  static Identity ec(String name, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return issue(name, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Identity issue(String name, KeyPair keys) {
    X509Certificate certificate =
        ISSUER.issue(
            CertificateRequest.of("CN=" + name + ",O=Test,C=TW", keys.getPublic(), FROM, UNTIL)
                .keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
                .server("localhost", "127.0.0.1"));
    return new Identity(certificate, keys.getPrivate(), ISSUER.chainOf(certificate));
  }

  /** As WSS4J wants it. */
  Merlin crypto() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      store.setKeyEntry(ALIAS, key, PASSWORD, chain.toArray(Certificate[]::new));
      Merlin merlin = new Merlin();
      merlin.setKeyStore(store);
      return merlin;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
