package tw.gov.mocs.hub.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The demo has no mail server, so all its notices wait. These are as one would have left them: one
 * that was taken, and two that were refused for five days.
 */
@Component
public class SampleNotices {

  private static final String CONTACT = "demo@example.gov.tw";
  private static final String LEFT = "left@example.gov.tw";
  private static final Duration AGO = Duration.ofDays(6);

  private final Notices notices;
  private final SampleNoticeMapper mapper;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SampleNotices(
      Notices notices, SampleNoticeMapper mapper, TransactionTemplate transactions, Clock clock) {
    this.notices = notices;
    this.mapper = mapper;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes them.
   *
   * @param application what two of them are about
   */
  public void make(ApplicationNumber application) {
    Instant then = clock.instant().minus(AGO);
    transactions.executeWithoutResult(
        status -> {
          put(NoticeKind.GRANT_RESUMED, CONTACT, application.value());
          put(NoticeKind.GRANT_ENDING, LEFT, application.value());
          put(NoticeKind.CERTIFICATE_ENDING, LEFT, "0123456789ABCDEF");
          mapper.markSent(NoticeKind.GRANT_RESUMED, then);
          mapper.markFailed(
              LEFT, then, "550 5.1.1 <" + LEFT + ">: Recipient address rejected: User unknown");
        });
  }

  private void put(NoticeKind kind, String recipient, String about) {
    LocalDate lastDay =
        kind == NoticeKind.GRANT_RESUMED ? null : RocDate.dayOf(clock.instant()).plusDays(30);
    notices.put(new NoticeDraft(kind, List.of(recipient), "示範聯絡人", about, lastDay));
  }
}
