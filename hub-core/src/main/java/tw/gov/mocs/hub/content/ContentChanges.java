package tw.gov.mocs.hub.content;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** What every change of the portal's content has: a transaction, its act in the log, a version. */
@Component
class ContentChanges {

  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final ContentFormMapper forms;
  private final Clock clock;

  ContentChanges(
      AuditLog log, TransactionTemplate transactions, ContentFormMapper forms, Clock clock) {
    this.log = log;
    this.transactions = transactions;
    this.forms = forms;
    this.clock = clock;
  }

  <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }

  /** Adds one of its kind; {@code insert} fills in the key. */
  <T> T create(ContentKind kind, Actor actor, Consumer<NewKey> insert, LongFunction<T> get) {
    return inTransaction(
        () -> {
          NewKey key = new NewKey();
          insert.accept(key);
          T made = get.apply(key.id());
          log(AuditAction.CONTENT_CREATED, actor, kind.subject(key.id()), null, made, null);
          return made;
        });
  }

  /** What {@code make} makes; or, if this form was sent before, what it has made then. */
  <T extends Entry<?>> T once(String formKey, LongFunction<T> get, Supplier<T> make) {
    Supplier<T> work =
        () ->
            forms
                .find(formKey)
                .map(get::apply)
                .orElseGet(
                    () -> {
                      T made = make.get();
                      forms.insert(formKey, made.id(), now());
                      return made;
                    });
    try {
      return inTransaction(work);
    } catch (DuplicateKeyException e) {
      // Its twin was faster: what that one made is found now, and what this one made is undone.
      return inTransaction(work);
    }
  }

  /** Gives it another content; {@code update} changes the one row that is still of its version. */
  <T> T change(String subject, Actor actor, Supplier<T> get, ToIntFunction<T> update) {
    return change(AuditAction.CONTENT_CHANGED, subject, actor, null, get, update);
  }

  /** Changes it by an act of its own, with a reason if the act needs one. */
  <T> T change(
      AuditAction action,
      String subject,
      Actor actor,
      @Nullable String reason,
      Supplier<T> get,
      ToIntFunction<T> update) {
    return inTransaction(
        () -> {
          T before = get.get();
          requireOne(subject, update.applyAsInt(before));
          T after = get.get();
          log(action, actor, subject, before, after, reason);
          return after;
        });
  }

  /** Deletes it; {@code delete} takes the one row that is still of its version. */
  <T> void remove(String subject, Actor actor, String reason, Supplier<T> get, IntSupplier delete) {
    inTransaction(
        () -> {
          T before = get.get();
          requireOne(subject, delete.getAsInt());
          log(AuditAction.CONTENT_REMOVED, actor, subject, before, null, reason);
          return before;
        });
  }

  /** Logs what somebody made of what; null where there was, or is, nothing. */
  void log(
      AuditAction action,
      Actor actor,
      String subject,
      @Nullable Object before,
      @Nullable Object after,
      @Nullable String reason) {
    log.act(
        new Act(
            action,
            actor,
            subject,
            null,
            LoggedState.of(before, after),
            LoggedState.of(after, before),
            reason));
  }

  /** Refuses what somebody else changed since it was looked at. */
  static void requireVersion(String subject, int looked, int present) {
    if (looked != present) {
      throw changedMeanwhile(subject);
    }
  }

  /** Refuses a change that met no row of its version. */
  static void requireOne(String subject, int rows) {
    if (rows != 1) {
      throw changedMeanwhile(subject);
    }
  }

  private static HubException changedMeanwhile(String subject) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, subject + " has another version");
  }
}
