package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 服務說明, 安裝說明, 申請流程 and 管理規範: always there, each with all its versions. */
@Component
public class ContentPages {

  /** What a version says: its heading, its Markdown, and the day from which on it counts. */
  public record Text(Bilingual title, Bilingual body, LocalDate validFrom) {}

  private final PageMapper mapper;
  private final PageDrafts drafts;
  private final ContentChanges changes;

  ContentPages(PageMapper mapper, PageDrafts drafts, ContentChanges changes) {
    this.mapper = mapper;
    this.drafts = drafts;
    this.changes = changes;
  }

  /** The version that counts today. */
  public ContentPage get(PageKey key) {
    return mapper
        .findPresent(key, changes.today())
        .orElseThrow(() -> ContentKind.PAGE.notFound(key));
  }

  /** Any version; NOT_FOUND if there is none. */
  public ContentPage get(PageKey key, int version) {
    return mapper
        .find(key, version)
        .orElseThrow(() -> ContentKind.PAGE.notFound(key + " " + version));
  }

  /** All versions, the newest first; those that will count later too. */
  public List<ContentPage> versions(PageKey key) {
    return mapper.versions(key);
  }

  /** What the log calls a page. */
  public String subject(PageKey key) {
    return ContentKind.PAGE.subject(key);
  }

  /**
   * Issues the next version; VALUE_INVALID also for a day before today or before the last version,
   * and for a text that says the same as that one.
   *
   * @param version the newest one, as the caller looked at it; else CHANGED_MEANWHILE
   * @param text what it says, and the day from which on it counts
   * @param reason why; the log keeps it
   */
  public ContentPage issue(PageKey key, int version, Text text, String reason, Actor actor) {
    return issue(key, version, 0, text, reason, actor);
  }

  /**
   * The same of a draft, which is a draft no more.
   *
   * @param draft how often it had been saved when the caller looked at it; 0 for no draft
   */
  public ContentPage issue(
      PageKey key, int version, int draft, Text text, String reason, Actor actor) {
    String subject = subject(key);
    LocalDate validFrom = text.validFrom();
    ContentPage next =
        new ContentPage(key, version + 1, text.title(), text.body(), validFrom, changes.now());
    next.check();
    ContentLimits.requireReason(reason);
    if (validFrom.isBefore(changes.today())) {
      throw ContentLimits.invalid("生效日期", "早於今日");
    }
    try {
      return changes.inTransaction(
          () -> {
            ContentPage before = versions(key).get(0);
            ContentChanges.requireVersion(subject, version, before.version());
            if (validFrom.isBefore(before.validFrom())) {
              throw ContentLimits.invalid("生效日期", "早於前一版");
            }
            if (next.saysAs(before)) {
              throw ContentLimits.invalid("內容", "與前一版相同");
            }
            mapper.insert(next);
            drafts.forget(key, draft);
            ContentPage after = get(key, next.version());
            changes.log(AuditAction.CONTENT_CHANGED, actor, subject, before, after, reason);
            return after;
          });
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, subject + " was issued meanwhile", e);
    }
  }
}
