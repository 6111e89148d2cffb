package tw.gov.mocs.hub.audit;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.RocDate;

/** Has the whole log verified once a day, by whichever node is first. */
@Component
class NightlyVerification {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyVerification.class);

  /** In the hour of the settings: not with what else begins on the full hour. */
  private static final int MINUTE = 10;

  private final LogVerifications verifications;
  private final AuditSettings settings;
  private final Clock clock;

  NightlyVerification(LogVerifications verifications, AuditSettings settings, Clock clock) {
    this.verifications = verifications;
    this.settings = settings;
    this.clock = clock;
  }

  /** When it starts on the day of this moment. */
  static ZonedDateTime on(ZonedDateTime day, int hour) {
    return day.truncatedTo(ChronoUnit.HOURS).withHour(hour).withMinute(MINUTE);
  }

  /** Every hour; in that of the settings it starts. */
  @Scheduled(cron = "0 " + MINUTE + " * * * *", zone = "Asia/Taipei")
  void run() {
    if (!settings.writing()
        || clock.instant().atZone(RocDate.TAIPEI).getHour() != settings.verifyHour()) {
      return;
    }
    try {
      verifications.startByItself();
    } catch (RuntimeException e) {
      LOG.error("the log is not verified: {}", BareFailure.of(e).getMessage());
    }
  }
}
