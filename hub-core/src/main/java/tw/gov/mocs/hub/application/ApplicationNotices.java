package tw.gov.mocs.hub.application;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;

/** Tells an application's contact by mail how far it is. */
@Component
class ApplicationNotices implements ApplicationListener {

  private final Notices notices;

  ApplicationNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void submitted(Application application) {
    tell(NoticeKind.APPLICATION_SUBMITTED, application);
  }

  @Override
  public void returned(Application application, SentBack back) {
    ApplicationContent content = application.content();
    notices.put(
        new NoticeDraft(
            NoticeKind.APPLICATION_RETURNED,
            List.of(content.contactMail()),
            content.contactName(),
            application.number().orElseThrow().value(),
            back.dueOn()));
  }

  @Override
  public void reviewed(Application application) {
    switch (application.status()) {
      case APPROVED -> tell(NoticeKind.APPLICATION_APPROVED, application);
      case PARTLY_APPROVED -> tell(NoticeKind.APPLICATION_PARTLY_APPROVED, application);
      case REJECTED -> tell(NoticeKind.APPLICATION_REJECTED, application);
      // The agency sees 尚未審核 until the second reviewer has decided.
      case DRAFT, PENDING, SECOND_REVIEW, RETURNED, WITHDRAWN -> {}
    }
  }

  private void tell(NoticeKind kind, Application application) {
    ApplicationContent content = application.content();
    notices.put(
        new NoticeDraft(
            kind,
            content.contactMail(),
            content.contactName(),
            application.number().orElseThrow().value()));
  }
}
