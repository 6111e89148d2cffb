package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.application.MutableClock;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Refused logins become acts, but no flood of them. */
class RefusedLoginsTest {

  private static final String OF_THIS_TEST = " WHERE action = 'LOGIN_REFUSED' AND seq > %d";

  private static final OwnLog LOG = new OwnLog(TestDatabase.H2);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T01:30:00Z"));
  private final RefusedLogins logins =
      new RefusedLogins(
          LOG.get(ActOutbox.class),
          LOG.get(LogWriter.class),
          LOG.get(TransactionTemplate.class),
          clock);

  private final long before = LOG.count("SELECT COALESCE(MAX(seq), 0) FROM audit_act");

  @AfterAll
  static void close() {
    LOG.close();
  }

  @Test
  void areActsWithinSeconds() {
    LOG.log().loginRefused(revoked("a"));
    OwnLog.await(() -> states().equals(List.of("code=HUB-3005; serial=a")));
  }

  @Test
  void nameTheCertificateAndTheAddress() {
    logins.note(revoked("a"));
    assertThat(written()).hasSize(1);
    assertThat(
            LOG.count(
                "SELECT COUNT(*) FROM audit_act"
                    + OF_THIS_TEST.formatted(before)
                    + " AND actor = 'unknown' AND actor_thumbprint = 'a' AND actor_address = '192.0.2.1'"))
        .isOne();
  }

  @Test
  void areOneActForTheSameCertificateAndCause() {
    for (int i = 0; i < 5; i++) {
      logins.note(revoked("a"));
      logins.flush(false);
    }
    assertThat(written()).containsExactly("code=HUB-3005; serial=a");
  }

  @Test
  void areCountedAtTheEndOfTheHour() {
    for (int i = 0; i < 5; i++) {
      logins.note(revoked("a"));
      logins.flush(false);
    }
    clock.set(clock.instant().plus(Duration.ofMinutes(30)));
    assertThat(written())
        .containsExactly(
            "code=HUB-3005; serial=a",
            "code=HUB-3005; times=4; since=2026-11-27T01:30:00Z; serial=a");
  }

  @Test
  void areCountedWhenTheHubStops() {
    logins.note(revoked("a"));
    logins.flush(false);
    logins.note(revoked("a"));
    logins.flush(true);
    assertThat(written()).hasSize(2);
  }

  @Test
  void areToldApartByCause() {
    logins.note(revoked("a"));
    logins.note(refused(ErrorCode.AGENCY_SUSPENDED, "a"));
    assertThat(written()).hasSize(2);
  }

  @Test
  void ofStrangersDoNotFillTheLog() {
    for (int i = 0; i < 5_000; i++) {
      logins.note(stranger(i));
      if (i % 1_000 == 0) {
        logins.flush(false);
      }
    }
    logins.flush(true);
    assertThat(written())
        .hasSizeLessThanOrEqualTo(RefusedLogins.STRANGERS + 2)
        .contains("code=HUB-3001; times=3999; since=2026-11-27T01:30:00Z");
  }

  @Test
  void ofStrangersHideNoneOfACardThatAnAuthorityKnows() {
    for (int i = 0; i < 5_000; i++) {
      logins.note(stranger(i));
    }
    logins.note(revoked("a"));
    assertThat(written()).contains("code=HUB-3005; serial=a");
  }

  @Test
  void waitForADatabaseThatIsAway() {
    LOG.sql().execute("ALTER TABLE audit_act_outbox RENAME TO audit_act_outbox_away");
    try {
      logins.note(revoked("a"));
      logins.flush(false);
    } finally {
      LOG.sql().execute("ALTER TABLE audit_act_outbox_away RENAME TO audit_act_outbox");
    }
    assertThat(written()).containsExactly("code=HUB-3005; serial=a");
  }

  private List<String> written() {
    logins.flush(false);
    OwnLog.await(() -> LOG.count("SELECT COUNT(*) FROM audit_act_outbox") == 0);
    return states();
  }

  private List<String> states() {
    return LOG.sql()
        .queryForList(
            "SELECT state_after FROM audit_act" + OF_THIS_TEST.formatted(before) + " ORDER BY seq",
            String.class);
  }

  private static RefusedLogin revoked(String thumbprint) {
    return refused(ErrorCode.CERTIFICATE_REVOKED, thumbprint);
  }

  private static RefusedLogin stranger(int number) {
    return refused(ErrorCode.CERTIFICATE_UNTRUSTED, "stranger-" + number);
  }

  private static RefusedLogin refused(ErrorCode cause, String thumbprint) {
    Actor actor = new Actor(Actor.UNKNOWN, thumbprint, "192.0.2.1");
    return new RefusedLogin(cause, actor, null, "serial=" + thumbprint);
  }
}
