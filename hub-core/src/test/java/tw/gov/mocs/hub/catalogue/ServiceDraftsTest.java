package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Drafts of services as they are kept on the server. */
@OnEveryDatabase
class ServiceDraftsTest {

  private static final Actor ONE = Actor.operator("one");
  private static final Actor OTHER = Actor.operator("other");

  private final ApplicationContext core;
  private final ServiceDrafts drafts;
  private final String key = UUID.randomUUID().toString();

  ServiceDraftsTest(TestDatabase database) {
    core = TestCore.shared(database, "catalogue");
    drafts = core.getBean(ServiceDrafts.class);
  }

  @Test
  void keepsWhatIsNotWholeAndSaysWhoseItIs() {
    save(0, "name=&table=TA", ONE);
    assertThat(drafts.all()).extracting(SavedDraft::key).contains(key);
    SavedDraft saved = drafts.get(key);
    assertThat(saved.savedBy()).isEqualTo(ONE.name());
    assertThat(saved.inputs()).isEqualTo("name=&table=TA");
    assertThat(saved.code()).isNull();
  }

  @Test
  void isSavedOnceByTwoClicks() {
    save(0, "name=A", ONE);
    save(0, "name=A", ONE);
    assertThat(drafts.get(key).version()).isEqualTo(1);
  }

  @Test
  void refusesToSaveOverWhatAnotherHasSaved() {
    save(0, "name=A", ONE);
    save(1, "name=B", OTHER);
    assertRefused(() -> save(1, "name=C", ONE), ErrorCode.CHANGED_MEANWHILE);
    assertThat(drafts.get(key).inputs()).isEqualTo("name=B");
  }

  @Test
  void isDiscardedAsItWasLookedAtAndStaysSo() {
    save(0, "name=A", ONE);
    assertRefused(() -> drafts.discard(key, 1, " ", ONE), ErrorCode.VALUE_INVALID);
    assertRefused(() -> drafts.discard(key, 2, "不需要", ONE), ErrorCode.CHANGED_MEANWHILE);
    drafts.discard(key, 1, "不需要", OTHER);
    assertThat(drafts.find(key)).isEmpty();
    assertRefused(() -> save(1, "name=B", ONE), ErrorCode.NOT_FOUND);
    assertThat(core.getBean(ActHistory.class).of("TA_" + key.substring(0, 8)))
        .anySatisfy(
            act -> {
              assertThat(act.action()).isEqualTo(AuditAction.SERVICE_DRAFT_DISCARDED);
              assertThat(act.stateBefore()).contains("by " + ONE.name());
            });
  }

  @Test
  void isRemovedByTheHubWhenNobodySavedItForLong() {
    save(0, "name=A", ONE);
    Instant saved = drafts.get(key).savedAt();
    drafts.expire(saved);
    assertThat(drafts.find(key)).isPresent();
    drafts.expire(saved.plusMillis(1));
    assertThat(drafts.find(key)).isEmpty();
    assertThat(core.getBean(ActHistory.class).of("TA_" + key.substring(0, 8)))
        .filteredOn(act -> act.action() == AuditAction.SERVICE_DRAFT_EXPIRED)
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.actor()).isEqualTo(Actor.HUB.name());
              assertThat(act.stateBefore()).contains("by " + ONE.name());
            });
  }

  @Test
  void refusesWhatIsTooLongOrHasNoKey() {
    String tooLong = "x".repeat(SavedDraft.LONGEST + 1);
    assertRefused(() -> save(0, tooLong, ONE), ErrorCode.VALUE_INVALID);
    ServiceDrafts.Content content = content("name=A");
    assertRefused(() -> drafts.save("mine", 0, content, ONE), ErrorCode.VALUE_INVALID);
  }

  private void save(int seen, String inputs, Actor actor) {
    drafts.save(key, seen, content(inputs), actor);
  }

  private ServiceDrafts.Content content(String inputs) {
    return new ServiceDrafts.Content("", "", "TA_" + key.substring(0, 8), 0, inputs);
  }

  private static void assertRefused(ThrowingCallable act, ErrorCode expected) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.code()).isEqualTo(expected));
  }
}
