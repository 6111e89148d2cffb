package tw.gov.mocs.hub.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The answers of OCSP responders, kept in memory and refreshed ahead of their time. A decision asks
 * only where no answer is held that counts, and not for long. A responder that failed is left alone
 * for a while, so that a dead one cannot hold up every call.
 */
@Component
class OcspAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(OcspAnswers.class);
  private static final Duration QUIET = Duration.ofSeconds(30);

  /** What a decision, and with it a call, waits for a responder at most. */
  private static final Duration LIMIT_OF_CALLS = Duration.ofSeconds(2);

  private final TrustSettings settings;
  private final OcspClient client;
  private final Cache<String, OcspAnswer> held = Caffeine.newBuilder().maximumSize(20_000).build();
  private final Map<URI, Instant> quietUntil = new ConcurrentHashMap<>();
  private final Map<URI, FetchAttempt> attempts = new ConcurrentHashMap<>();
  private final Map<URI, OcspAnswer> latest = new ConcurrentHashMap<>();
  private final Map<String, Lock> asking = new ConcurrentHashMap<>();
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

  /**
   * What the responder says, from memory if anything there still counts; past its end by more than
   * {@code grace} it says nothing good.
   */
  RevocationEvidence of(OcspQuestion question, Instant now, Duration grace) {
    OcspAnswer known =
        askUnless(answer -> !isOver(answer, now, grace), question, now, LIMIT_OF_CALLS);
    return evidence(known, "OCSP " + question.responder(), now, grace);
  }

  /**
   * Asks again if the answer held has its refresh time, or its end, before {@code until}.
   *
   * @return whether the responder answered when it was last asked anything
   */
  boolean refresh(OcspQuestion question, Instant now, Instant until) {
    askUnless(
        answer ->
            !until.isAfter(answer.askedAt().plusSeconds(settings.refreshSeconds()))
                && !until.isAfter(answer.nextUpdate()),
        question,
        now,
        settings.fetchTimeout());
    return !quietUntil.containsKey(question.responder());
  }

  /** Only one at a time asks the same; the others wait for its answer. */
  private @Nullable OcspAnswer askUnless(
      Predicate<OcspAnswer> isEnough, OcspQuestion question, Instant now, Duration limit) {
    String key = question.key();
    OcspAnswer known = held.getIfPresent(key);
    if (known != null && isEnough.test(known)) {
      return known;
    }
    Lock lock = asking.computeIfAbsent(key, fresh -> new ReentrantLock());
    if (!acquired(lock, limit)) {
      return known;
    }
    try {
      known = held.getIfPresent(key);
      return known != null && isEnough.test(known) ? known : ask(question, known, now, limit);
    } finally {
      asking.remove(key, lock);
      lock.unlock();
    }
  }

  private static boolean acquired(Lock lock, Duration limit) {
    try {
      return lock.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private @Nullable OcspAnswer ask(
      OcspQuestion question, @Nullable OcspAnswer before, Instant now, Duration limit) {
    URI responder = question.responder();
    if (now.isBefore(quietUntil.getOrDefault(responder, Instant.MIN))) {
      return before;
    }
    try {
      OcspAnswer answer = client.ask(question, validity(), limit);
      held.put(question.key(), answer);
      latest.put(responder, answer);
      attempted(responder, now, null);
      quietUntil.remove(responder);
      if (answer.state() != (before == null ? RevocationState.GOOD : before.state())) {
        listeners.forEach(Runnable::run);
      }
      return answer;
    } catch (RevocationUnknown e) {
      LOG.warn("no OCSP answer from {}: {}", responder, e.getMessage());
      quietUntil.put(responder, now.plus(QUIET));
      attempted(responder, now, e.failure());
      return before;
    }
  }

  private void attempted(URI responder, Instant now, @Nullable RevocationFailure failure) {
    attempts.merge(
        responder, FetchAttempt.of(now, failure), (before, fresh) -> fresh.after(before));
  }

  /** The last answer of a responder, about whichever certificate. */
  Optional<OcspAnswer> latest(URI responder) {
    return Optional.ofNullable(latest.get(responder));
  }

  /** How the last attempts of this node went. */
  Optional<FetchAttempt> attempt(URI responder) {
    return Optional.ofNullable(attempts.get(responder));
  }

  /** Asks a responder though it failed a moment ago. */
  void wake(URI responder) {
    quietUntil.remove(responder);
  }

  /** For how long an answer counts that names no next update (RFC 6960 §4.2.2.1). */
  private Duration validity() {
    return Duration.ofSeconds(settings.refreshSeconds());
  }

  /** Whether it says no more than no answer would; who is revoked stays so. */
  private static boolean isOver(OcspAnswer answer, Instant now, Duration grace) {
    return answer.state() != RevocationState.REVOKED
        && now.isAfter(answer.nextUpdate().plus(grace));
  }

  private static RevocationEvidence evidence(
      @Nullable OcspAnswer answer, String source, Instant now, Duration grace) {
    if (answer == null) {
      return new RevocationEvidence(
          RevocationState.UNDETERMINED, source + ", no answer", null, false);
    }
    if (answer.state() == RevocationState.GOOD && isOver(answer, now, grace)) {
      return new RevocationEvidence(
          RevocationState.UNDETERMINED, source + ", outdated", answer.thisUpdate(), false);
    }
    boolean late = answer.state() == RevocationState.GOOD && now.isAfter(answer.nextUpdate());
    return new RevocationEvidence(
        answer.state(), source, answer.thisUpdate(), late, answer.proofs(source));
  }
}
