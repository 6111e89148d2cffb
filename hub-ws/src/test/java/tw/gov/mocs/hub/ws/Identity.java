package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.wss4j.common.crypto.Merlin;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;

/** Somebody who can sign: a key and its certificate, issued by an authority of these tests. */
record Identity(X509Certificate certificate, PrivateKey key, List<X509Certificate> chain) {
  static {
    // WSS4J takes the key out of its store for each message: to derive that of a password took a
    // fifth of the time of all these tests.
    for (String what : List.of("certPbe", "keyPbe", "mac")) {
      Security.setProperty("keystore.pkcs12." + what + "IterationCount", "10");
    }
  }

  static final String ALIAS = "me";
  static final char[] PASSWORD = "changeit".toCharArray();
  static final Instant FROM = Instant.now().minus(Duration.ofDays(10));
  static final Instant UNTIL = Instant.now().plus(Duration.ofDays(300));
  static final CertificateAuthority ROOT = root("Test Root");
  static final CertificateAuthority ISSUER = below(ROOT, "Test Issuer");

  /** Its revocation list is never made anew. */
  static final CertificateAuthority SILENT_ISSUER = below(ROOT, "Silent Issuer");

  static final Identity HUB =
      issue(ISSUER, "hub", KeyPairs.rsa(), request -> request.server("localhost", "127.0.0.1"));
  static final Identity AGENCY = rsa("agency", 2048);
  static final Identity ENCRYPTING = encrypting("agency-encryption");
  static final Identity ENCRYPTING_REVOKED = encrypting("encryption-revoked");
  static final Identity ENCRYPTING_REVOKED_LATER = encrypting("encryption-revoked-later");
  static final Identity ENCRYPTING_OF_SILENT =
      issue(SILENT_ISSUER, "silent-encryption", KeyPairs.rsa(), request -> request);
  static final Identity AGENCY_B = ec("agency-b", "secp256r1");
  static final Identity RSA_4096 = rsa("agency-4096", 4096);
  static final Identity P256 = ec("agency-p256", "secp256r1");
  static final Identity P384 = ec("agency-p384", "secp384r1");
  static final Identity P521 = ec("agency-p521", "secp521r1");
  static final Identity RSA_1024 = rsa("agency-1024", 1024);
  static final Identity STRANGER = rsa("stranger", 2048);
  static final Identity LOGIN_ONLY = ec("login-only", "secp256r1");
  static final Identity OF_SUSPENDED = ec("suspended", "secp256r1");
  static final Identity REVOKED = ec("revoked", "secp256r1");
  static final Identity OF_SILENT =
      issue(SILENT_ISSUER, "silent", KeyPairs.ec("secp256r1"), request -> request);
  static final Identity OF_UNKNOWN_ROOT =
      issue(root("Unknown Root"), "untrusted", KeyPairs.ec("secp256r1"), request -> request);
  static final Identity CARD =
      issue(
          ISSUER,
          "card",
          KeyPairs.ec("secp256r1"),
          request -> request.extendedKeyUsage(KeyPurposeId.id_kp_smartcardlogon));
  static final Identity EXPIRED = inForce("expired", FROM, Instant.now().minusSeconds(86_400));
  static final Identity NOT_YET = inForce("not yet", Instant.now().plusSeconds(86_400), UNTIL);

  static Identity rsa(String name, int bits) {
    return issue(ISSUER, name, KeyPairs.rsa(bits), request -> request);
  }

  static Identity ec(String name, String curve) {
    return issue(ISSUER, name, KeyPairs.ec(curve), request -> request);
  }

  static Identity encrypting(String name) {
    return encrypting(name, FROM, UNTIL);
  }

  static Identity encrypting(String name, Instant from, Instant until) {
    KeyPair keys = KeyPairs.rsa();
    return signed(
        ISSUER,
        keys,
        CertificateRequest.of(subject(name), keys.getPublic(), from, until)
            .keyUsage(KeyUsage.keyEncipherment));
  }

  private static Identity inForce(String name, Instant from, Instant until) {
    KeyPair keys = KeyPairs.ec("secp256r1");
    return signed(
        ISSUER, keys, CertificateRequest.of(subject(name), keys.getPublic(), from, until));
  }

  private static Identity issue(
      CertificateAuthority issuer,
      String name,
      KeyPair keys,
      UnaryOperator<CertificateRequest> change) {
    CertificateRequest plain =
        CertificateRequest.of(subject(name), keys.getPublic(), FROM, UNTIL)
            .keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
    return signed(issuer, keys, change.apply(plain));
  }

  private static Identity signed(
      CertificateAuthority issuer, KeyPair keys, CertificateRequest request) {
    X509Certificate certificate = issuer.issue(request);
    return new Identity(certificate, keys.getPrivate(), issuer.chainOf(certificate));
  }

  private static CertificateAuthority root(String name) {
    return CertificateAuthority.root(subject(name), KeyPairs.rsa(), FROM, UNTIL);
  }

  private static CertificateAuthority below(CertificateAuthority root, String name) {
    return root.intermediate(subject(name), KeyPairs.rsa(), FROM, UNTIL);
  }

  private static String subject(String name) {
    return "CN=" + name + ",O=Test,C=TW";
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
