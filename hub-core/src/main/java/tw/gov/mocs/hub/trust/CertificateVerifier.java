package tw.gov.mocs.hub.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/**
 * Decides whether a certificate can be relied upon now (RFC 5280 §6). It is trusted if one of all
 * possible paths is; of several refusals the one that got furthest is answered.
 */
@Component
public class CertificateVerifier {

  /** The policy in whatever is made for demos and tests: an OID of our own from a UUID. */
  public static final String DEMO_POLICY = "2.25.14791636817780132365366673935110617340";

  /** From the least to the most telling. */
  private static final List<ErrorCode> TELLING =
      List.of(
          ErrorCode.CERTIFICATE_UNTRUSTED,
          ErrorCode.CERTIFICATE_NOT_IN_FORCE,
          ErrorCode.CERTIFICATE_USE_WRONG,
          ErrorCode.CERTIFICATE_WEAK,
          ErrorCode.REVOCATION_UNDETERMINED,
          ErrorCode.CERTIFICATE_REVOKED);

  private final Supplier<TrustStore> store;
  private final Revocation revocation;
  private final PathJudge judge;
  private final CertificateAttributes attributes;
  private final Clock clock;
  private final Cache<Asked, Trusted> recent;

  @Autowired
  CertificateVerifier(
      TrustSettings settings,
      TrustAnchors anchors,
      Revocation revocation,
      CertificateAttributes attributes,
      Changes changes,
      Clock clock) {
    this(settings, anchors::store, revocation, attributes, clock);
    changes.listen(ChangeTopic.TRUST, recent::invalidateAll);
    // The grace; after the listener of the settings, which Revocation needs.
    changes.listen(ChangeTopic.SETTING, recent::invalidateAll);
  }

  CertificateVerifier(
      TrustSettings settings,
      Supplier<TrustStore> store,
      Revocation revocation,
      CertificateAttributes attributes,
      Clock clock) {
    this.store = store;
    this.revocation = revocation;
    this.judge = new PathJudge(settings);
    this.attributes = attributes;
    this.clock = clock;
    this.recent =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(settings.cacheSeconds()))
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
    revocation.onNews(recent::invalidateAll);
  }

  /**
   * The decision for one certificate and use, now; a recent good decision is used again for a short
   * time.
   *
   * @param certificate the leaf
   * @param alsoSent other certificates of the message, used only to build the path; the first eight
   * @param use what it is to be used for
   */
  public TrustDecision verify(
      X509Certificate certificate, List<X509Certificate> alsoSent, CertificateUse use) {
    Instant now = clock.instant();
    Asked asked = new Asked(Certificates.thumbprint(certificate), use);
    Trusted known = recent.getIfPresent(asked);
    if (known != null && !now.isAfter(certificate.getNotAfter().toInstant())) {
      return known;
    }
    TrustDecision decision = decide(certificate, alsoSent, use, now);
    if (decision instanceof Trusted trusted) {
      recent.put(asked, trusted);
    }
    return decision;
  }

  /**
   * Asks ahead what responders say of a certificate and its issuers, so that a decision need not.
   *
   * @param within what would have to be asked again within this time is asked now
   * @return whether every responder answered when it was last asked
   */
  public boolean refreshRevocation(X509Certificate certificate, Duration within) {
    Instant now = clock.instant();
    boolean answered = true;
    if (!now.isAfter(certificate.getNotAfter().toInstant())) {
      for (List<X509Certificate> path : PathFinder.paths(certificate, List.of(), store.get())) {
        answered = revocation.refreshAnswers(path, now, now.plus(within)) && answered;
      }
    }
    return answered;
  }

  /** Fetches now what there is to know of the revocation of a certificate and its issuers. */
  public void fetchRevocation(X509Certificate certificate) {
    PathFinder.paths(certificate, List.of(), store.get())
        .forEach(path -> revocation.fetch(path, clock.instant()));
    for (CertificateUse use : CertificateUse.values()) {
      recent.invalidate(new Asked(Certificates.thumbprint(certificate), use));
    }
  }

  /**
   * What is known of a certificate, which need not be one to rely upon: it may be expired, or
   * revoked.
   */
  public KnownPath known(X509Certificate certificate) {
    return PathFinder.paths(certificate, List.of(), store.get()).stream()
        .findFirst()
        .map(path -> new KnownPath(path, revocation.proofs(path, clock.instant())))
        .orElseGet(() -> new KnownPath(List.of(certificate), List.of()));
  }

  private TrustDecision decide(
      X509Certificate certificate,
      List<X509Certificate> alsoSent,
      CertificateUse use,
      Instant now) {
    Untrusted worst =
        new Untrusted(
            ErrorCode.CERTIFICATE_UNTRUSTED,
            "no path from " + certificate.getIssuerX500Principal() + " to a trusted root");
    for (List<X509Certificate> path : PathFinder.paths(certificate, alsoSent, store.get())) {
      TrustDecision decision = decide(path, use, now);
      if (decision instanceof Trusted) {
        return decision;
      }
      Untrusted refusal = (Untrusted) decision;
      if (TELLING.indexOf(refusal.code()) >= TELLING.indexOf(worst.code())) {
        worst = refusal;
      }
    }
    return worst;
  }

  private TrustDecision decide(List<X509Certificate> path, CertificateUse use, Instant now) {
    Optional<Untrusted> refusal = judge.refusal(path, use, now);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    RevocationEvidence evidence = revocation.of(path, now);
    X509Certificate certificate = path.get(0);
    return switch (evidence.state()) {
      case GOOD ->
          new Trusted(
              certificate,
              path,
              evidence,
              attributes.agencyOid(certificate),
              attributes.cardNumber(certificate));
      case REVOKED ->
          new Untrusted(ErrorCode.CERTIFICATE_REVOKED, "revoked, says " + evidence.source());
      case UNDETERMINED ->
          new Untrusted(
              ErrorCode.REVOCATION_UNDETERMINED, "revocation unknown: " + evidence.source());
    };
  }

  /** What was asked. */
  private record Asked(String thumbprint, CertificateUse use) {}
}
