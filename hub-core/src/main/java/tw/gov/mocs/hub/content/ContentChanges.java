package tw.gov.mocs.hub.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** What every change of the portal's content has: a transaction, its act in the log, a version. */
@Component
class ContentChanges {

  private static final int SHOWN = 700;

  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ContentChanges(AuditLog log, TransactionTemplate transactions, Clock clock) {
    this.log = log;
    this.transactions = transactions;
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

  /** Logs what somebody made of what; null where there was, or is, nothing. */
  void log(
      AuditAction action,
      Actor actor,
      String subject,
      @Nullable Object before,
      @Nullable Object after) {
    log.act(new Act(action, actor, subject, null, shown(before), shown(after), null));
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

  static HubException notFound(String kind, Object id) {
    return new HubException(ErrorCode.NOT_FOUND, "no %s %s".formatted(kind, id), kind);
  }

  private static HubException changedMeanwhile(String subject) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, subject + " has another version");
  }

  /** The beginning of it for people, the digest of all of it for certainty. */
  private static @Nullable String shown(@Nullable Object state) {
    if (state == null) {
      return null;
    }
    String all = state.toString();
    if (all.length() <= SHOWN) {
      return all;
    }
    byte[] digest = Digests.sha256(all.getBytes(UTF_8));
    return all.substring(0, SHOWN) + " … SHA-256 " + HexFormat.of().formatHex(digest);
  }
}
