package tw.gov.mocs.hub.agency;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditSettings;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustSettings;

/**
 * Has the OCSP answers about every registered certificate asked ahead: again and again, and at once
 * when one was registered. A thread of its own waits for slow responders, so that no call does.
 */
@Component
class FreshAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(FreshAnswers.class);

  /** Of each refresh time; what would end before the next round but one is asked now. */
  private static final int ROUNDS = 4;

  private final JobRecorder jobs;
  private final Agencies agencies;
  private final AccountMapper accounts;
  private final CertificateVerifier verifier;
  private final boolean serving;
  private final Duration pause;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ocsp-answers");
            thread.setDaemon(true);
            return thread;
          });

  FreshAnswers(
      Agencies agencies,
      AccountMapper accounts,
      CertificateVerifier verifier,
      TrustSettings trust,
      AuditSettings audit,
      Changes changes,
      JobRecorder jobs) {
    this.agencies = agencies;
    this.accounts = accounts;
    this.verifier = verifier;
    // A command beside the running hub decides about one certificate at most.
    this.serving =
        audit.writing() && trust.revocation().stream().anyMatch(source -> source.ocsp() != null);
    this.pause = Duration.ofSeconds(trust.refreshSeconds()).dividedBy(ROUNDS);
    // After the listener of Agencies, which reads them anew.
    changes.listen(ChangeTopic.AGENCY, this::soon);
    this.jobs = jobs;
  }

  @PostConstruct
  void start() {
    if (serving) {
      long millis = pause.toMillis();
      worker.scheduleWithFixedDelay(this::ask, 0, millis, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private void soon() {
    if (serving && !worker.isShutdown() && changed.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            changed.set(false);
            ask();
          });
    }
  }

  private void ask() {
    try {
      jobs.attempt(Job.OCSP_ANSWERS, pause, this::askAll);
    } catch (Throwable e) { // whatever it was, the next round comes
      LOG.warn("the OCSP answers are not refreshed", BareFailure.of(e));
    }
  }

  private @Nullable String askAll() {
    List<X509Certificate> registered = registered();
    boolean answered = true;
    long done = 0;
    for (X509Certificate certificate : registered) {
      if (worker.isShutdown()) {
        return null;
      }
      jobs.reached(Job.OCSP_ANSWERS, done++, (long) registered.size());
      answered = verifier.refreshRevocation(certificate, pause) && answered;
    }
    return answered ? null : JobRecorder.ANSWERS;
  }

  private List<X509Certificate> registered() {
    Stream<X509Certificate> ofAgencies =
        agencies.list().stream()
            .flatMap(agency -> agencies.certificatesOf(agency.id()).stream())
            .map(RegisteredCertificate::certificate);
    Stream<X509Certificate> ofAccounts = accounts.certificates().stream().map(Certificates::parse);
    return Stream.concat(ofAgencies, ofAccounts).toList();
  }
}
