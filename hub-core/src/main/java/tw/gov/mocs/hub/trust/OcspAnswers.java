package tw.gov.mocs.hub.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The answers of OCSP responders, kept in memory: one is asked again after the refresh time, and
 * only one caller at a time asks about one certificate. A responder that failed is left alone for a
 * while, so that a dead one cannot hold up every call.
 */
@Component
class OcspAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(OcspAnswers.class);
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final TrustSettings settings;
  private final OcspClient client;
  private final Cache<String, OcspAnswer> held = Caffeine.newBuilder().maximumSize(20_000).build();
  private final Map<URI, Instant> quietUntil = new ConcurrentHashMap<>();
  private final Map<String, Object> asking = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

  @Autowired
  OcspAnswers(TrustSettings settings, Fetcher fetcher, Clock clock) {
    this(settings, new OcspClient(fetcher, clock));
  }

  OcspAnswers(TrustSettings settings, OcspClient client) {
    this.settings = settings;
    this.client = client;
  }

  void onNews(Runnable listener) {
    listeners.add(listener);
  }

  /** What the responder says of a certificate of this issuer. */
  RevocationEvidence of(
      X509Certificate certificate, X509Certificate issuer, URI responder, Instant now) {
    String key = Certificates.thumbprint(certificate) + " " + responder;
    OcspAnswer known = held.getIfPresent(key);
    if (known == null || isStale(known, now)) {
      synchronized (asking.computeIfAbsent(key, fresh -> new Object())) {
        known = held.getIfPresent(key);
        if (known == null || isStale(known, now)) {
          known = ask(key, known, certificate, issuer, responder, now);
        }
      }
      asking.remove(key);
    }
    return evidence(known, "OCSP " + responder, now);
  }

  private boolean isStale(OcspAnswer answer, Instant now) {
    return now.isAfter(answer.askedAt().plusSeconds(settings.refreshSeconds()))
        || now.isAfter(answer.nextUpdate());
  }

  private @Nullable OcspAnswer ask(
      String key,
      @Nullable OcspAnswer before,
      X509Certificate certificate,
      X509Certificate issuer,
      URI responder,
      Instant now) {
    if (now.isBefore(quietUntil.getOrDefault(responder, Instant.MIN))) {
      return before;
    }
    try {
      OcspAnswer answer = client.ask(certificate, issuer, responder, validity());
      held.put(key, answer);
      quietUntil.remove(responder);
      if (before != null && before.state() != answer.state()) {
        listeners.forEach(Runnable::run);
      }
      return answer;
    } catch (RevocationUnknown e) {
      LOG.warn("no OCSP answer from {}: {}", responder, e.getMessage());
      quietUntil.put(responder, now.plus(QUIET));
      return before;
    }
  }

  /** For how long an answer counts that names no next update (RFC 6960 §4.2.2.1). */
  private Duration validity() {
    return Duration.ofSeconds(settings.refreshSeconds());
  }

  private RevocationEvidence evidence(@Nullable OcspAnswer answer, String source, Instant now) {
    if (answer == null) {
      return new RevocationEvidence(
          RevocationState.UNDETERMINED, source + ", no answer", null, false);
    }
    if (answer.state() == RevocationState.GOOD
        && now.isAfter(answer.nextUpdate().plus(settings.grace()))) {
      return new RevocationEvidence(
          RevocationState.UNDETERMINED, source + ", outdated", answer.thisUpdate(), false);
    }
    boolean late = answer.state() == RevocationState.GOOD && now.isAfter(answer.nextUpdate());
    return new RevocationEvidence(answer.state(), source, answer.thisUpdate(), late);
  }
}
