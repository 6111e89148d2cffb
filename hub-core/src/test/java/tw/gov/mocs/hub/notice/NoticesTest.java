package tw.gov.mocs.hub.notice;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.NoticeSearch.Sort;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** What is put into the outbox. */
@OnEveryDatabase
class NoticesTest {

  private static final Actor ADMINISTRATOR = new Actor("demo-admin", null, null);
  private static final String ONE = "one@example.gov.tw";
  private static final String[] NO_ADDRESSES = {
    "someone@example.gov.tw\r\nBcc: other@example.com",
    "someone@example.gov.tw,other@example.com",
    "Someone <someone@example.gov.tw>",
    "\"a b\"@example.gov.tw",
    "someone",
    " ",
    "a".repeat(300) + "@example.gov.tw"
  };

  private final TestDatabase database;

  NoticesTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void isCommittedWithItsCauseOnly() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      NoticeDraft draft = new NoticeDraft(NoticeKind.INCIDENT_RECEIVED, ONE, "王小明", "00000001");
      assertThatIllegalStateException().isThrownBy(() -> outbox.notices.put(draft));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  outbox.inTransaction(
                      () -> {
                        outbox.notices.put(draft);
                        throw new ArithmeticException("the cause failed");
                      }));
      assertThat(outbox.in(NoticeState.WAITING)).isEmpty();
    }
  }

  @Test
  void sendsNothingToWhatIsNoAddress() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(NO_ADDRESSES);
      assertThat(outbox.dispatch.sendDue()).isZero();
      assertThat(outbox.in(NoticeState.FAILED)).hasSize(NO_ADDRESSES.length);
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  void letsNoTypedTextEndAHeaderLine() throws Exception {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(
          new NoticeDraft(
              NoticeKind.APPLICATION_REJECTED,
              ONE,
              "X\r\nBcc: other@example.com\r\n\r\nhello",
              "APSQ1\r\nBcc: other@example.com\u2028X"));
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
      var mail = server.taken().get(0).message();
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u2028");
      assertThat(((String) mail.getContent()).lines().map(String::strip))
          .contains("Dear X Bcc: other@example.com hello,");
    }
  }

  @Test
  void putsOnceWhatIsToldOnce() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      NoticeDraft draft =
          new NoticeDraft(
              NoticeKind.GRANT_ENDING,
              List.of(ONE, "two@example.gov.tw"),
              "王小明",
              "APSQ11500001",
              today(outbox).plusDays(30));
      AtomicInteger put = new AtomicInteger();
      outbox.inTransaction(() -> put.addAndGet(outbox.notices.putOnce(draft, "30")));
      outbox.inTransaction(() -> put.addAndGet(outbox.notices.putOnce(draft, "30")));
      assertThat(put).hasValue(2);
      outbox.inTransaction(() -> put.addAndGet(outbox.notices.putOnce(draft, "7")));
      assertThat(put).hasValue(4);
      assertThat(outbox.in(NoticeState.WAITING).get(0).text())
          .contains("尚餘 30 天", new RocDate(today(outbox).plusDays(30)).toString());
    }
  }

  @Test
  void sweepsOnceADay() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      DailySweep sweeps = outbox.get(DailySweep.class);
      assertThat(sweeps.run("ENDING", today -> 3)).isEqualTo(3);
      assertThat(sweeps.run("ENDING", today -> 3)).isZero();
      outbox.pass(Duration.ofDays(1));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  sweeps.run(
                      "ENDING",
                      today -> {
                        throw new ArithmeticException("half done");
                      }));
      assertThat(sweeps.run("ENDING", today -> 3)).isEqualTo(3);
    }
  }

  @Test
  void isFoundByWhatItIsAbout() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      outbox.put(ONE);
      outbox.put(new NoticeDraft(NoticeKind.INCIDENT_RECEIVED, ONE, "王小明", "00000001"));
      assertThat(
              outbox
                  .notices
                  .search(new NoticeSearch(Set.of(), Set.of(), "00000001", 1, 10))
                  .items())
          .extracting(Notice::kind)
          .containsExactly(NoticeKind.INCIDENT_RECEIVED);
      assertThat(
              outbox
                  .notices
                  .search(
                      new NoticeSearch(
                          Set.of(NoticeState.WAITING),
                          Set.of(NoticeKind.APPLICATION_SUBMITTED),
                          null,
                          1,
                          10))
                  .total())
          .isEqualTo(1);
    }
  }

  @Test
  void waitsAgainOnceAnAdministratorSaysSo() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      Notice failed = givenUp(outbox, server);
      assertThat(outbox.dispatch.sendDue()).isZero();
      server.takeAll();
      outbox.notices.resend(failed.id(), failed.version(), null, "信箱已恢復", ADMINISTRATOR);
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
      assertThat(outbox.in(NoticeState.SENT)).singleElement().returns(1, Notice::attempts);
      assertThat(acts(outbox, "action", failed)).containsExactly("NOTICE_RESENT");
      assertThat(acts(outbox, "state_before", failed)).containsExactly("FAILED after 11 attempts");
      assertThat(acts(outbox, "state_after", failed)).containsExactly("WAITING");
      assertThat(acts(outbox, "reason", failed)).containsExactly("信箱已恢復");
    }
  }

  @Test
  void goesToTheAgencysPresentContactInstead() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      Notice failed = givenUp(outbox, server);
      String contact = "contact@example.gov.tw";
      outbox.notices.resend(failed.id(), failed.version(), contact, "承辦人已離職", ADMINISTRATOR);
      outbox.dispatch.sendDue();
      assertThat(outbox.in(NoticeState.SENT)).singleElement().returns(contact, Notice::recipient);
      assertThat(acts(outbox, "state_after", failed))
          .containsExactly("WAITING to the agency's contact");
    }
  }

  @Test
  void doesNotWaitAgainWithoutAReasonOfSomeLength() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      Notice failed = givenUp(outbox, server);
      for (String reason : List.of(" \n", "長".repeat(Notices.LONGEST_REASON + 1))) {
        assertThatExceptionOfType(HubException.class)
            .isThrownBy(
                () ->
                    outbox.notices.resend(
                        failed.id(), failed.version(), null, reason, ADMINISTRATOR))
            .returns(ErrorCode.VALUE_INVALID, HubException::code);
      }
      assertThat(outbox.in(NoticeState.FAILED)).hasSize(1);
    }
  }

  @Test
  void waitsAgainOnceAndOnlyIfItWasGivenUp() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      Notice failed = givenUp(outbox, server);
      outbox.notices.resend(failed.id(), failed.version(), null, "信箱已恢復", ADMINISTRATOR);
      refuses(ErrorCode.CHANGED_MEANWHILE, outbox, failed.id(), failed.version());
      refuses(ErrorCode.STATE_CONFLICT, outbox, failed.id(), failed.version() + 1);
      refuses(ErrorCode.NOT_FOUND, outbox, 987_654_321, 1);
      assertThat(acts(outbox, "action", failed)).hasSize(1);
    }
  }

  @Test
  void doesNotWaitAgainForWhatIsNoAddress() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      outbox.put("someone");
      Notice failed = outbox.in(NoticeState.FAILED).get(0);
      refuses(ErrorCode.STATE_CONFLICT, outbox, failed.id(), failed.version());
    }
  }

  @Test
  void leavesOutWhatCameLater() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      outbox.put(ONE);
      outbox.pass(Duration.ofSeconds(1));
      Instant begun = outbox.now();
      outbox.put("two@example.gov.tw");
      assertThat(
              outbox
                  .notices
                  .search(
                      new NoticeSearch(
                          Set.of(), Set.of(), null, null, begun, Sort.CREATED, true, 1, 10))
                  .items())
          .extracting(Notice::recipient)
          .containsExactly(ONE);
    }
  }

  @Test
  void ordersByAColumnAndNarrowsToTimes() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      String[] recipients = {"c@example.gov.tw", "a@example.gov.tw", "b@example.gov.tw"};
      for (String recipient : recipients) {
        outbox.put(recipient);
        outbox.pass(Duration.ofSeconds(1));
      }
      Instant second = outbox.now().minusSeconds(2);
      assertThat(recipients(outbox, null, Sort.CREATED, false)).containsExactly(recipients);
      assertThat(recipients(outbox, null, Sort.RECIPIENT, true))
          .isSortedAccordingTo(reverseOrder());
      for (Sort sort : Sort.values()) {
        assertThat(recipients(outbox, null, sort, true)).hasSize(3);
      }
      assertThat(recipients(outbox, second, Sort.RECIPIENT, false))
          .containsExactly(recipients[1], recipients[2]);
    }
  }

  private static List<String> recipients(
      Outbox outbox, @Nullable Instant from, Sort sort, boolean descending) {
    NoticeSearch search =
        new NoticeSearch(Set.of(), Set.of(), null, from, null, sort, descending, 1, 10);
    return outbox.notices.search(search).items().stream().map(Notice::recipient).toList();
  }

  private static Notice givenUp(Outbox outbox, MailServer server) {
    server.refuse(ONE, 550, "no such mailbox");
    outbox.put(ONE);
    while (outbox.in(NoticeState.FAILED).isEmpty()) {
      outbox.dispatch.sendDue();
      outbox.pass(Duration.ofDays(1));
    }
    return outbox.in(NoticeState.FAILED).get(0);
  }

  private static List<String> acts(Outbox outbox, String column, Notice notice) {
    return LoggedActs.of(outbox.core(), column, Notices.subject(notice.id()));
  }

  private static void refuses(ErrorCode code, Outbox outbox, long id, int version) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> outbox.notices.resend(id, version, null, "信箱已恢復", ADMINISTRATOR))
        .returns(code, HubException::code);
  }

  private static LocalDate today(Outbox outbox) {
    return RocDate.dayOf(outbox.now());
  }
}
