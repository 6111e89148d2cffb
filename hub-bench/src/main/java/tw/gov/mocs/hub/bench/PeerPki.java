package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;

/**
 * Keys for the peers, RSA-2048, made for one run: the answering side's in a PKCS#12 store that also
 * holds the root it trusts, the caller's in memory.
 */
record PeerPki(Path store, X509Certificate answering, SignedCalls caller) {

  static final String PASSWORD = "changeit";
  static final String ALIAS = "hub";

  static PeerPki make(Path folder) throws IOException, GeneralSecurityException {
    Instant from = Instant.now().minus(Duration.ofHours(1));
    Instant to = from.plus(Duration.ofDays(2));
    CertificateAuthority root =
        CertificateAuthority.root("CN=Bench Root,C=TW", KeyPairs.rsa(), from, to);
    KeyPair hub = KeyPairs.rsa();
    X509Certificate ofHub =
        root.issue(CertificateRequest.of("CN=Bench Hub,C=TW", hub.getPublic(), from, to));
    KeyPair agency = KeyPairs.rsa();
    X509Certificate ofAgency =
        root.issue(CertificateRequest.of("CN=Bench Agency,C=TW", agency.getPublic(), from, to));

    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        ALIAS,
        hub.getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {ofHub, root.certificate()});
    store.setCertificateEntry("root", root.certificate());
    Path file = folder.resolve("peer.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return new PeerPki(file, ofHub, new SignedCalls(agency.getPrivate(), ofAgency));
  }
}
