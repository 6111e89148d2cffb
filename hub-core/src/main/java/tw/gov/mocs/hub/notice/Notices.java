package tw.gov.mocs.hub.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.notice.NoticeMapper.Filter;
import tw.gov.mocs.hub.notice.NoticeMapper.NewNotice;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The outbox of mail: what is put is committed with its cause, and sent afterwards as soon as a
 * mail server takes it.
 */
@Component
public class Notices {

  /** Characters of a reason at most. */
  public static final int LONGEST_REASON = 500;

  private final NoticeMapper mapper;
  private final NoticeTexts texts;
  private final NoticeSettings settings;
  private final RuntimeSettings current;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Notices(
      NoticeMapper mapper,
      NoticeTexts texts,
      NoticeSettings settings,
      RuntimeSettings current,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.texts = texts;
    this.settings = settings;
    this.current = current;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Puts a mail to each recipient, in the caller's transaction. It never refuses: an address that
   * is none stands in the outbox as FAILED. What {@link NoticeRules} turns off is not put.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void put(NoticeDraft draft) {
    requireTransaction();
    if (!current.current(NoticeRules.class).allow(draft.kind())) {
      return;
    }
    draft.recipients().forEach(recipient -> insert(draft, recipient, null));
  }

  /**
   * The same, unless a notice of this kind was put with this key to this recipient before. Only
   * within {@link DailySweep}: two transactions at once would find no earlier one both.
   *
   * @return how many were put
   */
  public int putOnce(NoticeDraft draft, String key) {
    requireTransaction();
    if (!current.current(NoticeRules.class).allow(draft.kind())) {
      return 0;
    }
    int put = 0;
    for (String recipient : draft.recipients()) {
      String onceKey = digest(draft.kind() + "\n" + key + "\n" + recipient);
      if (mapper.countOnce(onceKey) == 0) {
        insert(draft, recipient, onceKey);
        put++;
      }
    }
    return put;
  }

  /** The notices that the search names, for the administrator. */
  public Page<Notice> search(NoticeSearch search) {
    Filter filter = Filter.of(search);
    return new Page<>(mapper.search(filter), search.page(), search.size(), mapper.count(filter));
  }

  /** The notice with this key; NOT_FOUND if there is none. */
  public Notice get(long id) {
    return mapper
        .get(id)
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no notice " + id, "通知 " + id));
  }

  /** What the log calls the notice with this key. */
  public static String subject(long id) {
    return "notice " + id;
  }

  /** Whether this node knows a mail server; without one all notices wait. */
  public boolean hasMailServer() {
    return settings.smtp().configured();
  }

  /**
   * 重新寄送, by an administrator: what was given up waits again, as if it had never been tried.
   *
   * @param version which he looked at
   * @param contact where the agency that it is about is reached now, instead of the address that it
   *     was put with; null for that one
   * @throws HubException NOT_FOUND; CHANGED_MEANWHILE; STATE_CONFLICT if it was not given up, or
   *     its address is none; VALUE_INVALID without a reason
   */
  public void resend(long id, int version, @Nullable String contact, String reason, Actor actor) {
    String why = GivenReason.require(reason.strip(), LONGEST_REASON);
    transactions.executeWithoutResult(
        status -> {
          Notice notice = get(id);
          if (notice.version() != version) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, "notice " + id + " has changed");
          }
          if (!notice.canBeResentTo(contact == null ? notice.recipient() : contact)) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT,
                "notice " + id + " is " + notice.state(),
                notice.state().name());
          }
          if (mapper.markWaiting(id, version, contact, clock.instant()) == 0) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, "notice " + id + " has changed");
          }
          log.act(
              new Act(
                  AuditAction.NOTICE_RESENT,
                  actor,
                  subject(id),
                  null,
                  "%s after %d attempts".formatted(notice.state(), notice.attempts()),
                  NoticeState.WAITING + (contact == null ? "" : " to the agency's contact"),
                  why));
        });
  }

  private void insert(NoticeDraft draft, String recipient, @Nullable String onceKey) {
    Instant now = clock.instant();
    boolean sendable = MailAddress.matches(recipient);
    mapper.insert(
        new NewNotice(
            draft.kind(),
            stored(recipient),
            texts.subject(draft, RocDate.dayOf(now)),
            texts.text(draft, RocDate.dayOf(now)),
            draft.about(),
            onceKey,
            sendable ? NoticeState.WAITING : NoticeState.FAILED,
            now,
            sendable ? null : "no mail address"));
  }

  /** What is no address is shown as it is, as far as the column holds it. */
  private static String stored(String recipient) {
    if (recipient.isBlank()) {
      return "-";
    }
    return recipient.substring(0, Math.min(recipient.length(), MailAddress.LONGEST));
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a notice must be put in the transaction of its cause");
    }
  }
}
