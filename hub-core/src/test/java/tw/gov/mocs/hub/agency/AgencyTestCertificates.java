package tw.gov.mocs.hub.agency;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;

/** Certificates for agencies and people, all of one key: only their words matter here. */
final class AgencyTestCertificates {

  private static final KeyPair KEYS = KeyPairs.ec("secp256r1");
  private static final Instant NOW = Instant.now();
  private static final AtomicInteger NEXT = new AtomicInteger();

  static final CertificateAuthority ISSUER =
      CertificateAuthority.root(
          "CN=Issuer,C=TW", KEYS, NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900)));

  private AgencyTestCertificates() {}

  static CertificateRequest request(int fromDays, int untilDays) {
    return CertificateRequest.of(
            "SERIALNUMBER=" + NEXT.incrementAndGet() + ",OU=機關,C=TW",
            KEYS.getPublic(),
            NOW.plus(Duration.ofDays(fromDays)),
            NOW.plus(Duration.ofDays(untilDays)))
        .keyUsage(KeyUsage.digitalSignature);
  }

  static X509Certificate good() {
    return ISSUER.issue(request(-1, 100));
  }

  static X509Certificate expired() {
    return ISSUER.issue(request(-100, -1));
  }

  static X509Certificate ofAgency(String oid) {
    return ISSUER.issue(request(-1, 100).directoryAttributes(oid, "CARD" + NEXT.get()));
  }
}
