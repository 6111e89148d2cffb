package tw.gov.mocs.hub.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * 服務草稿: what administrators have typed of services and not yet published. Every administrator sees
 * all of them and whose they are, and may go on with one.
 */
@Component
public class ServiceDrafts {

  private final ServiceDraftMapper mapper;
  private final AuditLog log;
  private final Clock clock;
  private final TransactionTemplate transactions;

  ServiceDrafts(
      ServiceDraftMapper mapper, AuditLog log, Clock clock, TransactionTemplate transactions) {
    this.mapper = mapper;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * What a form says of itself.
   *
   * @param code as it was typed; null for nothing
   * @param name as it was typed; null for nothing
   * @param table the first table
   * @param basedOn the published version that was looked at; 0 for a new service
   * @param inputs all that was typed
   */
  public record Content(
      @Nullable String code, @Nullable String name, String table, int basedOn, String inputs) {}

  /**
   * A saved draft as somebody looked at it.
   *
   * @param version how often it had been saved
   */
  public record Seen(String key, int version) {}

  /** All of them, those that were saved last first. */
  public List<SavedDraft> all() {
    return mapper.all();
  }

  /** The one with this key. */
  public Optional<SavedDraft> find(String key) {
    return mapper.find(key);
  }

  /** The one with this key; NOT_FOUND if it was published or discarded. */
  public SavedDraft get(String key) {
    return find(key).orElseThrow(() -> gone(key));
  }

  /**
   * Keeps what was typed. Sent twice it is kept once.
   *
   * @param key a random one for what was never saved
   * @param seen how often it had been saved when somebody looked at it; 0 for never
   * @throws HubException CHANGED_MEANWHILE, NOT_FOUND if it is gone, VALUE_INVALID if it is too
   *     long
   */
  public SavedDraft save(String key, int seen, Content content, Actor actor) {
    if (!SavedDraft.isKey(key) || content.inputs().length() > SavedDraft.LONGEST) {
      throw PublishingRules.invalid("草稿", "超過 " + SavedDraft.LONGEST + " 字");
    }
    SavedDraft draft =
        new SavedDraft(
            key,
            seen + 1,
            cut(content.code(), 60),
            cut(content.name(), 120),
            content.table(),
            content.basedOn(),
            content.inputs(),
            clock.instant(),
            actor.name());
    try {
      transactions.executeWithoutResult(status -> write(draft, actor));
    } catch (DuplicateKeyException e) {
      throw changed(draft);
    }
    return get(key);
  }

  private void write(SavedDraft draft, Actor actor) {
    SavedDraft before = mapper.find(draft.key()).orElse(null);
    boolean first = draft.version() == 1;
    if (before == null && !first) {
      throw gone(draft.key());
    }
    if (before != null && before.inputs().equals(draft.inputs()) && isOf(before, actor)) {
      // A second click finds what the first one has saved.
      return;
    }
    if (before == null) {
      mapper.insert(draft);
    } else if (mapper.update(draft) == 0) {
      throw changed(draft);
    }
    act(AuditAction.SERVICE_DRAFT_SAVED, draft, before, draft.told(), null, actor);
  }

  private static boolean isOf(SavedDraft draft, Actor actor) {
    return draft.savedBy().equals(actor.name());
  }

  /**
   * Throws a draft away.
   *
   * @param seen how often it had been saved when somebody looked at it
   * @throws HubException CHANGED_MEANWHILE, NOT_FOUND, or VALUE_INVALID without a reason
   */
  public void discard(String key, int seen, String reason, Actor actor) {
    GivenReason.require(reason, ServiceRegister.LONGEST_REASON);
    transactions.executeWithoutResult(
        status -> {
          SavedDraft draft = get(key);
          if (mapper.delete(key, seen) == 0) {
            throw changed(draft);
          }
          act(AuditAction.SERVICE_DRAFT_DISCARDED, draft, draft, null, reason, actor);
        });
  }

  /** Removes what nobody has saved since; what somebody saves meanwhile stays. */
  public void expire(Instant before) {
    for (SavedDraft draft : mapper.savedBefore(before)) {
      transactions.executeWithoutResult(
          status -> {
            // Another node may have been faster.
            if (mapper.delete(draft.key(), draft.version()) == 1) {
              act(AuditAction.SERVICE_DRAFT_EXPIRED, draft, draft, null, null, Actor.HUB);
            }
          });
    }
  }

  /** It was published as somebody looked at it; what another has saved meanwhile stays. */
  void forget(Seen seen) {
    mapper.delete(seen.key(), seen.version());
  }

  private void act(
      AuditAction action,
      SavedDraft draft,
      @Nullable SavedDraft before,
      @Nullable String after,
      @Nullable String reason,
      Actor actor) {
    String told = before == null ? null : before.told() + " by " + before.savedBy();
    log.act(new Act(action, actor, draft.subject(), null, told, after, reason));
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    return text == null || text.isEmpty()
        ? null
        : text.substring(0, Math.min(text.length(), longest));
  }

  private static HubException gone(String key) {
    return new HubException(ErrorCode.NOT_FOUND, "no draft " + key, "草稿");
  }

  private static HubException changed(SavedDraft draft) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, "draft " + draft.key() + " has changed");
  }
}
