package tw.gov.mocs.hub.demo;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Makes the files of {@link DemoPki}, unless they are there and good. */
final class DemoPkiMaker {

  private static final List<String> HEX_KEYS =
      List.of("token.key", "identity-hash.key", "evidence.key");
  private static final List<String> LISTS =
      List.of("ca.crl", "ca.crl.pem", "intermediate.crl", "intermediate.crl.pem", "crl.pem");

  private final PkiFiles files;
  private final Path folder;
  private final Instant now;

  DemoPkiMaker(Path folder, Instant now) {
    this.folder = folder;
    this.files = new PkiFiles(folder);
    this.now = now;
  }

  void makeUnlessThere() {
    if (!whole()) {
      make();
    }
  }

  private boolean whole() {
    Stream<String> certificates =
        Stream.concat(DemoPki.names().stream(), Stream.of("ca", "intermediate"));
    return certificates.allMatch(this::good)
        && DemoPki.names().stream().allMatch(name -> exists(name + ".p12"))
        && Stream.concat(HEX_KEYS.stream(), LISTS.stream()).allMatch(this::exists);
  }

  private boolean good(String name) {
    if (!exists(name + ".crt") || !exists(name + ".key")) {
      return false;
    }
    try {
      X509Certificate leaf = KeyFiles.certificates(folder.resolve(name + ".crt")).get(0);
      Instant until = leaf.getNotAfter().toInstant();
      return name.equals("agency-a-expired") || until.isAfter(now.plus(Duration.ofDays(30)));
    } catch (HubException e) {
      return false;
    }
  }

  private boolean exists(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private void make() {
    files.makeFolder();
    Map<String, KeyPair> keys = keys();
    Instant from = now.minus(DemoSubject.YEAR.multipliedBy(3));
    Instant until = now.plus(DemoSubject.YEAR.multipliedBy(10));
    KeyPair rootKeys = in(keys, "ca");
    CertificateAuthority root =
        CertificateAuthority.root(
            authority("CN=示範憑證總管理中心,O=銓敘部,C=TW", rootKeys, from, until), rootKeys);
    KeyPair intermediateKeys = in(keys, "intermediate");
    CertificateAuthority intermediate =
        root.intermediate(
            authority("CN=示範政府憑證管理中心,O=銓敘部,C=TW", intermediateKeys, from, until), intermediateKeys);
    files.identity("ca", List.of(root.certificate()), rootKeys.getPrivate());
    files.identity(
        "intermediate", List.of(intermediate.certificate()), intermediateKeys.getPrivate());

    Map<String, X509Certificate> leaves =
        DemoSubject.ALL.stream()
            .collect(
                Collectors.toMap(
                    DemoSubject::name, each -> issue(intermediate, each, in(keys, each.name()))));
    leaves.forEach(
        (name, leaf) -> {
          List<X509Certificate> chain = intermediate.chainOf(leaf);
          files.identity(name, chain, in(keys, name).getPrivate());
          files.p12(name, chain, in(keys, name).getPrivate());
        });
    // The demo stays up without anybody renewing its lists: they hold as long as their issuers.
    files.lists(
        root.crl(now.minusSeconds(60), until, 1),
        intermediate.crl(now.minusSeconds(60), until, 1, in(leaves, "agency-a-revoked")));
    HEX_KEYS.forEach(name -> files.secret(name, KeyPairs.hex()));
  }

  /** RSA keys take long to find: all at once, on every processor. */
  private static Map<String, KeyPair> keys() {
    return Stream.concat(DemoPki.names().stream(), Stream.of("ca", "intermediate"))
        .toList()
        .parallelStream()
        .collect(Collectors.toConcurrentMap(Function.identity(), name -> KeyPairs.rsa()));
  }

  private static CertificateRequest authority(
      String subject, KeyPair keys, Instant from, Instant until) {
    return CertificateRequest.of(subject, keys.getPublic(), from, until)
        .authority()
        .policies(DemoPki.MARKER_POLICY);
  }

  private X509Certificate issue(CertificateAuthority issuer, DemoSubject whose, KeyPair keys) {
    CertificateRequest request =
        CertificateRequest.of(
                whose.subject(), keys.getPublic(), now.plus(whose.from()), now.plus(whose.until()))
            .keyUsage(whose.keyUsage())
            .policies(DemoPki.MARKER_POLICY);
    if (whose.name().equals("tls")) {
      request = request.server("localhost", "127.0.0.1", "::1");
    }
    if (whose.purpose() != null) {
      request = request.extendedKeyUsage(whose.purpose());
    }
    if (whose.agencyOid() != null) {
      request = request.directoryAttributes(whose.agencyOid(), null);
    }
    return issuer.issue(request);
  }

  private static <T> T in(Map<String, T> map, String name) {
    return requireNonNull(map.get(name), name);
  }
}
