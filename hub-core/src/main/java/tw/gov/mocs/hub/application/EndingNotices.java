package tw.gov.mocs.hub.application;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.EndingMapper.EndingGrant;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.notice.DailySweep;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeRules;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Tells agencies three times, by default 60, 30 and 7 days before, that a grant or a certificate
 * ends, each once, however many days nobody looked.
 */
@Component
class EndingNotices {

  private static final Logger LOG = LoggerFactory.getLogger(EndingNotices.class);
  private static final long FIRST_LOOK = 90_000;
  private static final long BETWEEN_LOOKS = 600_000;

  private final JobRecorder jobs;
  private final EndingMapper mapper;
  private final Agencies agencies;
  private final Notices notices;
  private final DailySweep sweeps;
  private final RuntimeSettings settings;

  EndingNotices(
      EndingMapper mapper,
      Agencies agencies,
      Notices notices,
      DailySweep sweeps,
      RuntimeSettings settings,
      JobRecorder jobs) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.notices = notices;
    this.sweeps = sweeps;
    this.settings = settings;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = FIRST_LOOK, fixedDelay = BETWEEN_LOOKS)
  void run() {
    try {
      jobs.run(Job.ENDING_NOTICES, Duration.ofMillis(BETWEEN_LOOKS), this::tell);
    } catch (RuntimeException e) {
      LOG.warn(
          "what is about to end cannot be told, next try in ten minutes: {}",
          BareFailure.of(e).getMessage());
    }
  }

  private void tell() {
    int put = sweep();
    if (put > 0) {
      LOG.info("{} notices of what is about to end", put);
    }
  }

  /** Puts today's notices, unless a node has; returns how many. */
  int sweep() {
    return sweeps.run("ENDING", today -> grants(today) + certificates(today));
  }

  private int grants(LocalDate today) {
    int put = 0;
    for (EndingGrant grant : mapper.grants(today, today.plusDays(rules().firstDays()))) {
      NoticeDraft draft =
          new NoticeDraft(
              NoticeKind.GRANT_ENDING,
              List.of(grant.contactMail()),
              grant.contactName(),
              grant.applicationNo(),
              grant.periodTo());
      put += notices.putOnce(draft, key(grant.applicationNo(), grant.periodTo(), today));
    }
    return put;
  }

  private int certificates(LocalDate today) {
    int put = 0;
    for (Agency agency : agencies.list()) {
      for (RegisteredCertificate registered : agencies.certificatesOf(agency.id())) {
        LocalDate last = RocDate.dayOf(registered.certificate().getNotAfter().toInstant());
        if (!last.isBefore(today) && !last.isAfter(today.plusDays(rules().firstDays()))) {
          put += certificate(agency, registered, last, today);
        }
      }
    }
    return put;
  }

  /** An agency without a grant that is not over has nobody to be told, and nothing to lose. */
  private int certificate(
      Agency agency, RegisteredCertificate registered, LocalDate last, LocalDate today) {
    NoticeDraft draft =
        new NoticeDraft(
            NoticeKind.CERTIFICATE_ENDING,
            mapper.contacts(agency.id(), today),
            agency.name(),
            hexadecimal(registered.certificate().getSerialNumber()),
            last);
    return notices.putOnce(draft, key(registered.thumbprint(), last, today));
  }

  /** Which of the three notices it is: of one day before the next is due, there is no other. */
  private String key(String what, LocalDate last, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, last);
    NoticeRules rules = rules();
    for (int days : List.of(rules.lastDays(), rules.secondDays(), rules.firstDays())) {
      if (left <= days) {
        return what + " " + last + " " + days;
      }
    }
    throw new IllegalArgumentException(what + " ends in " + left + " days");
  }

  private NoticeRules rules() {
    return settings.current(NoticeRules.class);
  }

  private static String hexadecimal(BigInteger serial) {
    return serial.toString(16).toUpperCase(Locale.ROOT);
  }
}
