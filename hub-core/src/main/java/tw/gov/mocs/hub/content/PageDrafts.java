package tw.gov.mocs.hub.content;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 單一頁面之草稿: saved without being issued, gone on with by any administrator, or thrown away. */
@Component
public class PageDrafts {

  /** Twice what a page may hold: too long a text is kept too, until somebody shortens it. */
  private static final int LONGEST = 2 * ContentLimits.BODY;

  private final PageDraftMapper mapper;
  private final ContentChanges changes;

  PageDrafts(PageDraftMapper mapper, ContentChanges changes) {
    this.mapper = mapper;
    this.changes = changes;
  }

  /** The draft of a page. */
  public Optional<PageDraft> find(PageKey key) {
    return mapper.find(key);
  }

  /**
   * Keeps what was typed. Sent twice it is kept once.
   *
   * @param seen how often it had been saved when somebody looked at it; 0 for no draft
   * @param basedOn the newest version of the page as it was looked at
   * @throws HubException CHANGED_MEANWHILE, or VALUE_INVALID for what is much too long
   */
  public PageDraft save(PageKey key, int seen, int basedOn, PageDraft.Typed typed, Actor actor) {
    Stream.of(typed.titleZh(), typed.titleEn(), typed.bodyZh(), typed.bodyEn())
        .filter(text -> text != null && text.length() > LONGEST)
        .forEach(
            text -> {
              throw ContentLimits.invalid("草稿", "超過 " + LONGEST + " 字");
            });
    String from = typed.validFrom();
    if (from != null && from.length() > 20) {
      throw ContentLimits.invalid("生效日期", "超過 20 字");
    }
    try {
      return changes.inTransaction(() -> write(key, seen, basedOn, typed, actor));
    } catch (DuplicateKeyException e) {
      throw changed(key);
    }
  }

  private PageDraft write(PageKey key, int seen, int basedOn, PageDraft.Typed typed, Actor actor) {
    PageDraft before = mapper.find(key).orElse(null);
    if (before != null && before.savedBy().equals(actor.name()) && before.typed().equals(typed)) {
      // A second click finds what the first one has saved.
      return before;
    }
    // One that was discarded meanwhile begins anew: nothing that was typed is lost.
    int version = before == null ? 1 : seen + 1;
    PageDraft draft = new PageDraft(key, version, basedOn, typed, changes.now(), actor.name());
    if (before == null) {
      mapper.insert(draft);
    } else if (mapper.update(draft) == 0) {
      throw changed(key);
    }
    changes.log(AuditAction.CONTENT_DRAFT_SAVED, actor, subject(key), before, draft, null);
    return draft;
  }

  /**
   * Throws it away.
   *
   * @param seen how often it had been saved when somebody looked at it
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, or VALUE_INVALID without a reason
   */
  public void discard(PageKey key, int seen, String reason, Actor actor) {
    ContentLimits.requireReason(reason);
    changes.inTransaction(
        () -> {
          PageDraft before =
              mapper.find(key).orElseThrow(() -> ContentKind.PAGE.notFound(key + " draft"));
          if (mapper.delete(key, seen) == 0) {
            throw changed(key);
          }
          changes.log(
              AuditAction.CONTENT_DRAFT_DISCARDED, actor, subject(key), before, null, reason);
          return before;
        });
  }

  /** It was issued as somebody looked at it; what another has saved meanwhile stays. */
  void forget(PageKey key, int seen) {
    mapper.delete(key, seen);
  }

  private static String subject(PageKey key) {
    return ContentKind.PAGE.subject(key);
  }

  private static HubException changed(PageKey key) {
    return new HubException(ErrorCode.CHANGED_MEANWHILE, "the draft of " + key + " has changed");
  }
}
