package tw.gov.mocs.hub.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.demo.PkiFiles;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.CertificateVerifier;

/**
 * The keys and certificates of a sandbox in one folder, made at its first start: {@code NAME.crt},
 * {@code NAME.key}. Every certificate carries the marker that a hub refuses.
 */
public final class SandboxPki {

  /** Who signs its answers; clients refuse the name unless a sandbox is meant. */
  public static final String SIGNER = "CN=SANDBOX";

  private static final Duration LIFE = Duration.ofDays(3653);
  private static final List<String> SIGNERS = List.of("checkpoint", "receipt", "delivery");
  private static final List<String> SECRETS = List.of("token", "identity-hash", "evidence");

  private final Path folder;

  private SandboxPki(Path folder) {
    this.folder = folder;
  }

  /** What stands in this folder. */
  static SandboxPki at(Path folder) {
    return new SandboxPki(folder);
  }

  /**
   * What stands in this folder, made if there is nothing yet; the certificate of its server is
   * always made anew.
   *
   * @param hosts names and IP addresses of the server
   */
  public static SandboxPki make(Path folder, List<String> hosts, Clock clock) {
    SandboxPki pki = new SandboxPki(folder);
    Instant now = clock.instant();
    PkiFiles files = new PkiFiles(folder);
    files.makeFolder();
    if (!Files.exists(pki.authority())) {
      makeAll(files, now);
    }
    CertificateAuthority authority = pki.issuer();
    KeyPair keys = KeyPairs.rsa();
    CertificateRequest server =
        leaf("CN=" + hosts.get(0), keys, now)
            .keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
            .server(hosts.toArray(String[]::new));
    files.identity("tls", List.of(authority.issue(server)), keys.getPrivate());
    return pki;
  }

  /** The authority comes last: where it stands, all of it does. */
  private static void makeAll(PkiFiles files, Instant now) {
    KeyPair keys = KeyPairs.rsa();
    CertificateAuthority authority =
        CertificateAuthority.root(leaf("CN=SANDBOX CA,O=測試環境,C=TW", keys, now).authority(), keys);
    sign(files, authority, "hub", SIGNER, now);
    SIGNERS.forEach(name -> sign(files, authority, name, "CN=SANDBOX " + name, now));
    SECRETS.forEach(name -> files.secret(name + ".key", KeyPairs.hex()));
    files.list("ca.crl", authority.crl(now.minusSeconds(60), now.plus(LIFE), 1));
    files.identity("ca", List.of(authority.certificate()), keys.getPrivate());
  }

  private static void sign(
      PkiFiles files, CertificateAuthority authority, String name, String subject, Instant now) {
    KeyPair keys = KeyPairs.rsa();
    X509Certificate certificate =
        authority.issue(
            leaf(subject, keys, now).keyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    files.identity(name, List.of(certificate), keys.getPrivate());
  }

  private static CertificateRequest leaf(String subject, KeyPair keys, Instant now) {
    return CertificateRequest.of(
            subject, keys.getPublic(), now.minus(Duration.ofDays(1)), now.plus(LIFE))
        .policies(CertificateVerifier.DEMO_POLICY);
  }

  /** Issues test certificates. */
  CertificateAuthority issuer() {
    return CertificateAuthority.of(
        KeyFiles.certificates(authority()).get(0), KeyFiles.privateKey(key("ca")), List.of());
  }

  /** The one certificate that a sandbox trusts. */
  public Path authority() {
    return certificate("ca");
  }

  /** What it revokes: nothing. */
  public Path revocationList() {
    return folder.resolve("ca.crl");
  }

  /** The certificate of {@code hub}, {@code checkpoint}, {@code receipt}, {@code delivery}. */
  public Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  /** Its private key, or the secret {@code token}, {@code identity-hash}, {@code evidence}. */
  public Path key(String name) {
    return folder.resolve(name + ".key");
  }
}
