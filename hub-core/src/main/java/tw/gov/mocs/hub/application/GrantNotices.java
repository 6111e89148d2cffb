package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.EndingMapper.EndingGrant;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;

/** Tells the contact of a grant by mail what became of it, in the transaction of the change. */
@Component
public class GrantNotices {

  private final EndingMapper mapper;
  private final Notices notices;

  GrantNotices(EndingMapper mapper, Notices notices) {
    this.mapper = mapper;
    this.notices = notices;
  }

  /** What became of the grant itself; its last day is that of its period. */
  void tell(NoticeKind kind, String applicationNo) {
    EndingGrant grant = mapper.grant(applicationNo);
    notices.put(draft(kind, grant, grant.periodTo()));
  }

  /** What became of something that was made by a grant and ends on a day of its own. */
  public void tell(NoticeKind kind, String applicationNo, LocalDate lastDay) {
    notices.put(draft(kind, mapper.grant(applicationNo), lastDay));
  }

  /**
   * The same, once for this key.
   *
   * @return how many were put
   * @see Notices#putOnce
   */
  public int tellOnce(NoticeKind kind, String applicationNo, LocalDate lastDay, String key) {
    return notices.putOnce(draft(kind, mapper.grant(applicationNo), lastDay), key);
  }

  private static NoticeDraft draft(NoticeKind kind, EndingGrant grant, LocalDate lastDay) {
    return new NoticeDraft(
        kind, List.of(grant.contactMail()), grant.contactName(), grant.applicationNo(), lastDay);
  }
}
