package tw.gov.mocs.hub.application;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.EndingMapper.EndingGrant;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;

/** Tells the contact of a grant by mail what became of it, in the transaction of the change. */
@Component
class GrantNotices {

  private final EndingMapper mapper;
  private final Notices notices;

  GrantNotices(EndingMapper mapper, Notices notices) {
    this.mapper = mapper;
    this.notices = notices;
  }

  void tell(NoticeKind kind, String applicationNo) {
    EndingGrant grant = mapper.grant(applicationNo);
    notices.put(
        new NoticeDraft(
            kind,
            List.of(grant.contactMail()),
            grant.contactName(),
            applicationNo,
            grant.periodTo()));
  }
}
