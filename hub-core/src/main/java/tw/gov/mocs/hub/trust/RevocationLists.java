package tw.gov.mocs.hub.trust;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;

/**
 * The revocation lists, fetched ahead by a thread of their own; a decision only reads memory. A
 * list is taken over only if its issuer signed it and it is not older than the one held.
 */
@Component
class RevocationLists {

  private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);

  /** How far ahead of ours an authority's clock may be. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private final TrustSettings settings;
  private final JobRecorder jobs;
  private final RevocationSources sources;
  private final Supplier<TrustStore> store;
  private final RevocationStore kept;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, RevocationList> held = new ConcurrentHashMap<>();
  private final Map<String, FetchAttempt> attempts = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "revocation-lists");
            thread.setDaemon(true);
            return thread;
          });

  @Autowired
  RevocationLists(
      TrustSettings settings,
      RevocationSources sources,
      TrustAnchors anchors,
      RevocationStore kept,
      Fetcher fetcher,
      Changes changes,
      Clock clock,
      JobRecorder jobs) {
    this(settings, sources, anchors::store, kept, fetcher, clock, jobs);
    // A list that no round has asked for is not waited for until the next.
    changes.listen(ChangeTopic.TRUST, () -> worker.execute(this::refreshNew));
  }

  RevocationLists(
      TrustSettings settings,
      RevocationSources sources,
      Supplier<TrustStore> store,
      RevocationStore kept,
      Fetcher fetcher,
      Clock clock,
      JobRecorder jobs) {
    this.jobs = jobs;
    this.settings = settings;
    this.sources = sources;
    this.store = store;
    this.kept = kept;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** Reads the kept lists and those in files at once, all others as soon as may be. */
  @PostConstruct
  void start() {
    for (RevocationSource source : sources.all()) {
      if (source.crl() != null) {
        takeKept(source);
        if ("file".equals(source.crl().getScheme())) {
          refresh(source);
        }
      }
    }
    worker.scheduleWithFixedDelay(
        this::refreshAnyhow, 0, settings.refreshSeconds(), TimeUnit.SECONDS);
  }

  /** Whatever happens, the next round must come. */
  private void refreshAnyhow() {
    try {
      Duration next = Duration.ofSeconds(settings.refreshSeconds());
      jobs.attempt(Job.REVOCATION_LISTS, next, () -> failure(refreshAll()));
    } catch (Throwable e) {
      LOG.error("the revocation lists are not refreshed", BareFailure.of(e));
    }
  }

  private void refreshNew() {
    sources.all().stream()
        .filter(source -> source.crl() != null && !attempts.containsKey(source.key()))
        .forEach(this::refresh);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  void onNews(Runnable listener) {
    listeners.add(listener);
  }

  /** Fetches every list now; one that fails, whose address is returned, leaves the list held. */
  List<URI> refresh() {
    return refreshAll().stream().map(source -> requireNonNull(source.crl(), "crl")).toList();
  }

  private List<RevocationSource> refreshAll() {
    List<RevocationSource> lists =
        sources.all().stream().filter(source -> source.crl() != null).toList();
    List<RevocationSource> failed = new ArrayList<>();
    for (int done = 0; done < lists.size(); done++) {
      jobs.reached(Job.REVOCATION_LISTS, done, (long) lists.size());
      if (!refresh(lists.get(done))) {
        failed.add(lists.get(done));
      }
    }
    return failed;
  }

  /** Worse than a list that is old is one that nobody ever had: it says nothing of anybody. */
  private @Nullable String failure(List<RevocationSource> failed) {
    if (failed.stream().anyMatch(source -> held(source).isEmpty())) {
      return JobRecorder.LISTS_MISSING;
    }
    return failed.isEmpty() ? null : JobRecorder.LISTS;
  }

  /** Whether a usable list came. */
  boolean refresh(RevocationSource source) {
    URI address = requireNonNull(source.crl(), "crl");
    try {
      RevocationList list = RevocationList.parse(fetcher.get(address));
      if (take(source, list)) {
        kept.keep(source.key(), address.toString(), list.der(), list.thisUpdate(), clock.instant());
      }
      attempted(source, null);
      return true;
    } catch (RevocationUnknown e) {
      attempted(source, e.failure());
      LOG.warn("no new revocation list from {}: {}", address, e.getMessage());
      takeKept(source);
    } catch (RuntimeException e) {
      // The database is away: the list in memory serves meanwhile.
      LOG.warn("the revocation list of {} cannot be kept", address, e);
    }
    return false;
  }

  private void attempted(RevocationSource source, @Nullable RevocationFailure failure) {
    attempts.merge(
        source.key(),
        FetchAttempt.of(clock.instant(), failure),
        (before, now) -> now.after(before));
  }

  /** The list held of a source. */
  Optional<RevocationList> held(RevocationSource source) {
    return Optional.ofNullable(held.get(source.key()));
  }

  /** How the last attempts of this node went. */
  Optional<FetchAttempt> attempt(RevocationSource source) {
    return Optional.ofNullable(attempts.get(source.key()));
  }

  /** What an earlier run or another node could fetch. */
  private void takeKept(RevocationSource source) {
    try {
      Optional<byte[]> found = kept.find(source.key());
      if (found.isPresent()) {
        take(source, RevocationList.parse(found.get()));
      }
    } catch (RevocationUnknown | RuntimeException e) {
      LOG.warn("the kept revocation list of {} cannot be used: {}", source.crl(), e.toString());
    }
  }

  /** Whether the list is news. */
  private boolean take(RevocationSource source, RevocationList list) throws RevocationUnknown {
    if (!list.issuer().equals(source.issuer())) {
      throw new RevocationUnknown(
          RevocationFailure.OTHER_ISSUER, "the list is of another issuer, " + list.issuer());
    }
    if (!isSignedByIssuer(source, list)) {
      throw new RevocationUnknown(
          RevocationFailure.NOT_SIGNED, "no known certificate of the issuer verifies the list");
    }
    if (list.thisUpdate().isAfter(clock.instant().plus(SKEW))) {
      throw new RevocationUnknown(
          RevocationFailure.FUTURE, "the list is of the future, " + list.thisUpdate());
    }
    RevocationList before = held.get(source.key());
    if (before != null && list.isOlderThan(before)) {
      throw new RevocationUnknown(RevocationFailure.OLDER, "the list is older than the one held");
    }
    held.put(source.key(), list);
    boolean news = before == null || before.isOlderThan(list);
    if (news) {
      listeners.forEach(Runnable::run);
    }
    return news;
  }

  private boolean isSignedByIssuer(RevocationSource source, RevocationList list) {
    X509Certificate configured = source.certificate();
    return (configured != null && list.isSignedBy(configured))
        || store.get().named(source.issuer()).stream().anyMatch(list::isSignedBy);
  }

  /**
   * What the list of this source says of a certificate of this issuer; past its end by more than
   * {@code grace} it says nothing good.
   */
  RevocationEvidence of(
      X509Certificate certificate,
      X509Certificate issuer,
      RevocationSource source,
      Instant now,
      Duration grace) {
    String name = "CRL " + source.crl();
    RevocationList list = held.get(source.key());
    if (list == null) {
      return unknown(name + ", never fetched", null);
    }
    // RFC 5280 §6.3.3 (f): the key that signed the certificate, not merely the name.
    if (!list.isSignedBy(issuer) || !list.covers(certificate)) {
      return unknown(name + ", not of this issuer's key or scope", list.thisUpdate());
    }
    if (list.names(certificate)) {
      return new RevocationEvidence(
          RevocationState.REVOKED, name, list.thisUpdate(), false, List.of(list.proof(name)));
    }
    if (now.isAfter(list.nextUpdate().plus(grace))) {
      return unknown(name + ", outdated since " + list.nextUpdate(), list.thisUpdate());
    }
    return new RevocationEvidence(
        RevocationState.GOOD,
        name,
        list.thisUpdate(),
        now.isAfter(list.nextUpdate()),
        List.of(list.proof(name)));
  }

  private static RevocationEvidence unknown(String source, @Nullable Instant producedAt) {
    return new RevocationEvidence(RevocationState.UNDETERMINED, source, producedAt, false);
  }
}
