package tw.gov.mocs.hub.content;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The versions of the 管理規範. */
@Component
public class Terms {

  private final PageMapper mapper;
  private final ContentChanges changes;

  Terms(PageMapper mapper, ContentChanges changes) {
    this.mapper = mapper;
    this.changes = changes;
  }

  /** The version that an applicant agrees to now. */
  public TermsOfUse current() {
    return get(mapper.presentTerms());
  }

  /** An earlier or the present version; NOT_FOUND if there is none. */
  public TermsOfUse get(int version) {
    return mapper
        .findTerms(version)
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no terms of use " + version, "管理規範"));
  }

  /**
   * Issues the next version, which counts at once.
   *
   * @param version the present one, as the caller looked at it; else CHANGED_MEANWHILE
   */
  public TermsOfUse issue(int version, Bilingual body, Actor actor) {
    ContentLimits.require("管理規範", body, ContentLimits.BODY);
    try {
      return changes.inTransaction(
          () -> {
            TermsOfUse before = current();
            ContentChanges.requireVersion("terms", version, before.version());
            mapper.insertTerms(new TermsOfUse(version + 1, body, changes.now()));
            TermsOfUse after = get(version + 1);
            changes.log(AuditAction.CONTENT_CHANGED, actor, "terms of use", before, after);
            return after;
          });
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, "terms were issued meanwhile", e);
    }
  }
}
