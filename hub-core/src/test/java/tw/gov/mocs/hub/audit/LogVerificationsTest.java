package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.LogVerification.Outcome;
import tw.gov.mocs.hub.audit.LogVerifications.Verify;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;
import tw.gov.mocs.hub.audit.VerificationSearch.Sort;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.KeptOutcomes;
import tw.gov.mocs.hub.job.ToldProgress;
import tw.gov.mocs.hub.job.Unrecorded;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Verifications in the background, on every database. */
@OnEveryDatabase
class LogVerificationsTest {

  private static final Map<TestDatabase, OwnLog> LOGS = new EnumMap<>(TestDatabase.class);
  private static final Actor AUDITOR = new Actor("auditor", null, null);
  private static final Finding FINDING = new Finding("node-1 row 17", "has changed content");

  private static final VerificationReport CHANGED =
      new VerificationReport(16, 1, 1, 0, 0, 0, List.of(FINDING));

  private final OwnLog log;
  private final CountDownLatch go = new CountDownLatch(1);

  LogVerificationsTest(TestDatabase database) {
    log = LOGS.computeIfAbsent(database, OwnLog::new);
  }

  @AfterEach
  void end() {
    go.countDown();
    OwnLog.await(() -> log.count("SELECT COUNT(*) FROM log_verification WHERE running = 1") == 0);
  }

  @AfterAll
  static void close() {
    LOGS.values().forEach(OwnLog::close);
    LOGS.clear();
  }

  @Test
  void findsTheLogWholeAndRemembersWhoAsked() {
    log.append(3);
    log.end();
    log.checkpoint();
    LogVerifications verifications = log.get(LogVerifications.class);
    verifications.start(AUDITOR);
    LogVerification ended = ended(verifications);
    assertThat(ended.outcome()).isEqualTo(Outcome.WHOLE);
    assertThat(ended.startedBy()).isEqualTo("auditor");
    assertThat(ended.rowsDone()).isGreaterThanOrEqualTo(3);
    assertThat(ended.checkpoints()).isPositive();
    assertThat(ended.witnessed()).isPositive();
    log.end();
    assertThat(acts("whole")).isPositive();
  }

  @Test
  void namesWhatDoesNotFit() {
    VerificationReport report =
        new VerificationReport(16, 0, 1, 0, 0, 0, List.of(FINDING, FINDING));
    LogVerifications verifications = with((witnesses, progress) -> report);
    verifications.start(AUDITOR);
    assertThat(ended(verifications).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(ended(verifications).findings()).containsExactly(FINDING, FINDING);
    log.end();
    assertThat(acts("2 found, the first " + FINDING)).isPositive();
  }

  @Test
  void tellsHowFarItIs() {
    LogVerifications verifications = with(this::slowly);
    verifications.start(AUDITOR);
    OwnLog.await(() -> verifications.running().orElseThrow().rowsDone() == 1000);
    assertThat(verifications.running().orElseThrow().running()).isTrue();
  }

  @Test
  void tellsTheListOfJobsHowFarItIsOfTheRowsThereWere() {
    ToldProgress jobs = new ToldProgress();
    LogVerifications verifications = with(this::slowly, jobs);
    verifications.start(AUDITOR);
    long rows = verifications.running().orElseThrow().rowsTotal();
    go.countDown();
    ended(verifications);
    assertThat(jobs.told())
        .containsExactly("VERIFICATION 1000 of " + rows, "VERIFICATION 2000 of " + rows);
  }

  @Test
  void goesOnOnceOverAllNodes() {
    with(this::slowly).start(AUDITOR);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> log.get(LogVerifications.class).start(AUDITOR))
        .returns(ErrorCode.STATE_CONFLICT, HubException::code);
  }

  @Test
  void endsWhereAnotherNodeAsksForIt() {
    LogVerifications verifications = with(this::slowly);
    verifications.start(AUDITOR);
    LogVerifications other = log.get(LogVerifications.class);
    other.cancel(other.running().orElseThrow().id());
    go.countDown();
    assertThat(ended(other).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void saysThatItFailed() {
    LogVerifications verifications =
        with(
            (witnesses, progress) -> {
              throw new IllegalStateException("the database is away");
            });
    verifications.start(AUDITOR);
    assertThat(ended(verifications).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void tellsTheListOfJobsThatTheLogDoesNotFit() {
    KeptOutcomes jobs = new KeptOutcomes();
    LogVerifications verifications = with((witnesses, progress) -> CHANGED, jobs);
    verifications.start(AUDITOR);
    ended(verifications);
    OwnLog.await(() -> jobs.kept().equals(List.of("VERIFICATION LOG_CHANGED")));
    assertThat(verifications.last()).get().returns(Outcome.CHANGED, LogVerification::outcome);
  }

  @Test
  void startsByItselfOnceAndOnOtherNodesTellsWhatItFound() {
    log.sql().update("DELETE FROM log_verification");
    KeptOutcomes jobs = new KeptOutcomes();
    LogVerifications verifications = with((witnesses, progress) -> CHANGED, jobs);
    verifications.startByItself();
    assertThat(ended(verifications).startedBy()).isEqualTo("hub");
    OwnLog.await(() -> jobs.kept().size() == 1);
    verifications.startByItself();
    assertThat(jobs.kept()).containsExactly("VERIFICATION LOG_CHANGED", "VERIFICATION LOG_CHANGED");
    assertThat(log.count("SELECT COUNT(*) FROM log_verification")).isEqualTo(1);
  }

  @Test
  void startsInTheHourOfTheSettingsAlone() {
    log.sql().update("DELETE FROM log_verification");
    LogVerifications verifications = log.get(LogVerifications.class);
    AuditSettings settings = log.get(AuditSettings.class);
    nightly(verifications, settings, "2026-11-26T16:10:00Z").run();
    assertThat(log.count("SELECT COUNT(*) FROM log_verification")).isZero();
    nightly(verifications, settings, "2026-11-26T17:10:00Z").run();
    assertThat(log.count("SELECT COUNT(*) FROM log_verification")).isEqualTo(1);
  }

  private static NightlyVerification nightly(
      LogVerifications verifications, AuditSettings settings, String now) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return new NightlyVerification(verifications, settings, clock);
  }

  @Test
  void givesUpOneWhoseNodeIsSilent() {
    VerificationMapper mapper = log.get(VerificationMapper.class);
    Instant old = Instant.now().minus(LogVerifications.SILENCE).minus(Duration.ofSeconds(1));
    log.get(TransactionTemplate.class)
        .executeWithoutResult(status -> mapper.insert("gone", "auditor", old, 10));
    LogVerifications verifications = log.get(LogVerifications.class);
    assertThat(verifications.running()).isEmpty();
    assertThat(ended(verifications).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void listsThoseThatHaveEndedByWhomHowAndWhen() {
    String by = "someone_" + System.nanoTime();
    Actor someone = new Actor(by, null, null);
    VerificationReport whole = new VerificationReport(16, 0, 1, 0, 0, 0, List.of());
    VerificationReport changed = new VerificationReport(17, 0, 1, 0, 0, 0, List.of(FINDING));
    for (VerificationReport report : List.of(whole, changed)) {
      LogVerifications verifications = with((witnesses, progress) -> report);
      verifications.start(someone);
      ended(verifications);
    }
    assertThat(rows(by.toUpperCase(Locale.ROOT), null, Sort.STARTED)).containsExactly(17L, 16L);
    assertThat(rows(by, Outcome.WHOLE, Sort.STARTED)).containsExactly(16L);
    assertThat(rows(by, null, Sort.STATE)).containsExactly(16L, 17L);
    assertThat(rows(by.replace('_', '%'), null, Sort.ROWS)).isEmpty();
    Instant before = Instant.now().minusSeconds(600);
    assertThat(
            log.get(LogVerifications.class)
                .search(new VerificationSearch(by, null, null, before, Sort.BY, false, 1, 10))
                .total())
        .isZero();
  }

  @Test
  void doesNotListOneThatGoesOn() {
    String by = "someone_" + System.nanoTime();
    LogVerifications verifications = with(this::slowly);
    verifications.start(new Actor(by, null, null));
    assertThat(rows(by, null, Sort.STARTED)).isEmpty();
  }

  /** How many rows fitted of each that is found, the greatest first. */
  private List<Long> rows(String text, @Nullable Outcome outcome, Sort sort) {
    var search = new VerificationSearch(text, outcome, null, null, sort, true, 1, 10);
    return log.get(LogVerifications.class).search(search).items().stream()
        .map(LogVerification::rowsDone)
        .toList();
  }

  private VerificationReport slowly(Witnesses witnesses, LongConsumer progress) {
    progress.accept(1000);
    try {
      go.await();
      Thread.sleep(600);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    progress.accept(2000);
    return new VerificationReport(2000, 0, 0, 0, 0, 0, List.of());
  }

  private LogVerifications with(Verify verify) {
    return with(verify, new Unrecorded());
  }

  private LogVerifications with(Verify verify, JobRecorder jobs) {
    return new LogVerifications(
        verify,
        log.get(VerificationMapper.class),
        log.get(CheckpointMapper.class),
        log.log(),
        log.get(AuditSettings.class),
        log.get(TransactionTemplate.class),
        Clock.systemUTC(),
        jobs);
  }

  private LogVerification ended(LogVerifications verifications) {
    OwnLog.await(() -> verifications.running().isEmpty());
    return verifications.search(VerificationSearch.all(1, 1)).items().get(0);
  }

  private long acts(String outcome) {
    return log.count(
        "SELECT COUNT(*) FROM audit_act WHERE action = 'LOG_VERIFIED' AND actor = 'auditor' AND"
            + " state_after = '%s'".formatted(outcome));
  }
}
