package tw.gov.mocs.hub.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.notice.NoticeMapper.Due;
import tw.gov.mocs.hub.shared.Outage;

/**
 * Sends what is due. A notice is claimed for {@link #CLAIM} before it is sent, so that no other
 * node sends it too; a node that ends between the server's yes and its own mark leaves it to be
 * sent once more.
 */
@Component
class NoticeDispatch {

  /** Longer than any attempt takes. */
  static final Duration CLAIM = Duration.ofMinutes(30);

  /** With the pauses of {@link #pause}, the last attempt is made five days after the first. */
  static final int ATTEMPTS = 11;

  private static final Logger LOG = LoggerFactory.getLogger(NoticeDispatch.class);
  private static final int BATCH = 50;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final JobRecorder jobs;
  private final NoticeMapper mapper;
  private final Mailer mailer;
  private final NoticeSettings settings;
  private final Clock clock;
  // Not the scheduler of the hub: a slow mail server must not hold up what tells nodes of changes.
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "notices");
            thread.setDaemon(true);
            return thread;
          });
  private final Outage outage = new Outage(LOG, "notices cannot be sent", "notices are sent again");
  private volatile boolean stopping;
  private volatile boolean serverAway;

  NoticeDispatch(
      NoticeMapper mapper, Mailer mailer, NoticeSettings settings, Clock clock, JobRecorder jobs) {
    this.mapper = mapper;
    this.mailer = mailer;
    this.settings = settings;
    this.clock = clock;
    this.jobs = jobs;
  }

  @PostConstruct
  void start() {
    if (mailer.configured()) {
      long millis = settings.interval().toMillis();
      executor.scheduleWithFixedDelay(this::run, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Lets the mail under way end: it would be sent once more otherwise. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    executor.shutdown();
    if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
      LOG.warn("the mail server does not answer; a notice may be sent once more");
    }
  }

  private void run() {
    try {
      jobs.attempt(Job.MAIL, settings.interval(), this::sendAll);
      outage.passed();
    } catch (RuntimeException e) {
      outage.failed(e);
    }
  }

  private @Nullable String sendAll() {
    serverAway = false;
    sendDue();
    return serverAway ? JobRecorder.MAIL_SERVER : null;
  }

  /** Sends all that is due, unless the server is away; returns how many this node sent. */
  int sendDue() {
    int sent = 0;
    List<Due> due = mapper.due(clock.instant(), BATCH);
    while (!due.isEmpty()) {
      for (Due each : due) {
        Attempt attempt = attempt(each);
        sent += attempt == Attempt.SENT ? 1 : 0;
        jobs.reached(Job.MAIL, sent, null);
        serverAway = attempt == Attempt.SERVER_AWAY;
        if (serverAway || stopping) {
          return sent;
        }
      }
      due = mapper.due(clock.instant(), BATCH);
    }
    return sent;
  }

  private Attempt attempt(Due due) {
    if (mapper.claim(due, clock.instant().plus(CLAIM)) == 0) {
      return Attempt.LEFT_TO_ANOTHER;
    }
    Optional<Notice> claimed = mapper.get(due.id());
    if (claimed.isEmpty()) {
      return Attempt.LEFT_TO_ANOTHER;
    }
    Notice notice = claimed.get();
    try {
      mailer.send(notice);
    } catch (MailException e) {
      return refused(notice, MailFailure.of(e));
    }
    mapper.markSent(notice.id(), notice.version(), clock.instant());
    return Attempt.SENT;
  }

  private Attempt refused(Notice notice, MailFailure failure) {
    boolean last = notice.attempts() >= ATTEMPTS;
    Instant next = clock.instant().plus(pause(notice.attempts()));
    NoticeState state = last ? NoticeState.FAILED : NoticeState.WAITING;
    mapper.markTried(notice.id(), notice.version(), state, next, failure.text());
    // Without what the server said: it may name the recipient. The administrator reads it.
    if (last) {
      LOG.error("notice {} ({}) is given up", notice.id(), notice.kind());
    } else {
      LOG.warn(
          "notice {} ({}) was not taken at attempt {}; next at {}",
          notice.id(),
          notice.kind(),
          notice.attempts(),
          next);
    }
    return failure.ofThisMail() ? Attempt.REFUSED : Attempt.SERVER_AWAY;
  }

  /** After the first attempt a minute, then four times as long each time, up to a day. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(4);
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** What came of an attempt. */
  private enum Attempt {
    SENT,
    REFUSED,
    SERVER_AWAY,
    LEFT_TO_ANOTHER
  }
}
