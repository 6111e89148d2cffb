package tw.gov.mocs.hub.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.job.Unrecorded;

/**
 * A root, an intermediate and leaves with good revocation lists; each test breaks one thing. Keys
 * are shared, because they take long to find.
 */
final class TrustWorld {

  static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  static final KeyPair ROOT_KEYS = KeyPairs.rsa();
  static final KeyPair CA_KEYS = KeyPairs.rsa();
  static final KeyPair LEAF_KEYS = KeyPairs.rsa();
  static final Instant FROM = NOW.minus(Duration.ofDays(400));
  static final Instant UNTIL = NOW.plus(Duration.ofDays(400));

  final SteppedClock clock = new SteppedClock(NOW);
  final Map<String, String> settings = new HashMap<>();
  final List<X509Certificate> roots = new ArrayList<>();
  final List<X509Certificate> intermediates = new ArrayList<>();
  final CertificateAuthority root =
      CertificateAuthority.root("CN=Root,C=TW", ROOT_KEYS, FROM, UNTIL);
  final CertificateAuthority ca = root.intermediate("CN=政府憑證管理中心,O=行政院,C=TW", CA_KEYS, FROM, UNTIL);
  final MemoryRevocationStore store = new MemoryRevocationStore();
  final Path folder;
  private @Nullable RevocationLists lists;
  private @Nullable CertificateVerifier verifier;

  TrustWorld(Path folder) {
    this.folder = folder;
    roots.add(root.certificate());
    intermediates.add(ca.certificate());
    source(0, root.certificate(), list("root.crl", root.crl(hours(-1), hours(24), 5)));
    source(1, ca.certificate(), list("ca.crl", ca.crl(hours(-1), hours(24), 5)));
    settings.put("hub.trust.fetch-timeout", "500ms");
    settings.put("hub.trust.max-list-bytes", "20000");
  }

  static Instant hours(int hours) {
    return NOW.plus(Duration.ofHours(hours));
  }

  void source(int n, X509Certificate issuer, String crl) {
    settings.put(
        "hub.trust.revocation[" + n + "].issuer", issuer.getSubjectX500Principal().getName());
    settings.put("hub.trust.revocation[" + n + "].crl", crl);
  }

  void ocsp(String address) {
    settings.remove("hub.trust.revocation[1].crl");
    settings.put("hub.trust.revocation[1].ocsp", address);
  }

  /** Writes a list; its address. */
  String list(String name, X509CRL crl) {
    try {
      return Files.write(folder.resolve(name), crl.getEncoded()).toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a good signing certificate asks for. */
  static CertificateRequest request() {
    return CertificateRequest.of(
            "SERIALNUMBER=0000000000000101,CN=介接系統,OU=機關甲,O=行政院,C=TW",
            LEAF_KEYS.getPublic(),
            NOW.minus(Duration.ofDays(30)),
            NOW.plus(Duration.ofDays(30)))
        .keyUsage(KeyUsage.digitalSignature);
  }

  X509Certificate leaf() {
    return ca.issue(request());
  }

  X509Certificate leaf(UnaryOperator<CertificateRequest> change) {
    return ca.issue(change.apply(request()));
  }

  /** The verifier of these settings, its lists fetched once. */
  CertificateVerifier verifier() {
    if (verifier != null) {
      return verifier;
    }
    TrustSettings bound =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("hub.trust", TrustSettings.class);
    TrustStore known = new TrustStore(roots, intermediates);
    RevocationSources sources = new RevocationSources(bound, List::of);
    Fetcher fetcher = new Fetcher(bound);
    RevocationLists made =
        new RevocationLists(bound, sources, () -> known, store, fetcher, clock, new Unrecorded());
    made.refresh();
    lists = made;
    verifier =
        new CertificateVerifier(
            bound,
            () -> known,
            new Revocation(sources, made, new OcspAnswers(bound, fetcher, clock), bound::grace),
            new CertificateAttributes(bound),
            clock);
    return verifier;
  }

  /** Fetches the lists again. */
  void refresh() {
    verifier();
    Optional.ofNullable(lists).ifPresent(RevocationLists::refresh);
  }

  /** Forgets what is in memory, as a restart does. */
  void restart() {
    lists = null;
    verifier = null;
  }

  TrustDecision call(X509Certificate certificate, X509Certificate... alsoSent) {
    return verifier().verify(certificate, List.of(alsoSent), CertificateUse.CALL);
  }

  TrustDecision use(CertificateUse use, X509Certificate certificate) {
    return verifier().verify(certificate, List.of(), use);
  }

  /** Keeps lists as the database does, for one test. */
  static final class MemoryRevocationStore implements RevocationStore {

    private final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public Optional<byte[]> find(String sourceKey) {
      return Optional.ofNullable(kept.get(sourceKey));
    }

    @Override
    public void keep(
        String sourceKey, String url, byte[] crl, Instant thisUpdate, Instant fetchedAt) {
      kept.put(sourceKey, crl);
    }
  }
}
