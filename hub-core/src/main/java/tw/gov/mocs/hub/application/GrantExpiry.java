package tw.gov.mocs.hub.application;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Writes 已到期 into the log, once, whichever node comes first. Calls do not wait for it: they are
 * judged by the period itself.
 */
@Component
class GrantExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(GrantExpiry.class);
  private static final long MINUTE = 60_000;

  private final GrantMapper mapper;
  private final GrantControl grants;
  private final Clock clock;

  GrantExpiry(GrantMapper mapper, GrantControl grants, Clock clock) {
    this.mapper = mapper;
    this.grants = grants;
    this.clock = clock;
  }

  /** Expires what is past its period; returns how many this node did. */
  int expire() {
    int done = 0;
    for (String number : mapper.past(RocDate.dayOf(clock.instant()))) {
      if (grants.expire(new ApplicationNumber(number))) {
        done++;
      }
    }
    return done;
  }

  @Scheduled(initialDelay = MINUTE, fixedDelay = MINUTE)
  void run() {
    try {
      int done = expire();
      if (done > 0) {
        LOG.info("{} grants have expired", done);
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "grants past their period cannot be marked, next try in a minute: {}",
          BareFailure.of(e).getMessage());
    }
  }
}
