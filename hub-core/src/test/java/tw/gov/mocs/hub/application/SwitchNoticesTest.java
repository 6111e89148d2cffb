package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.PlannedSwitch;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceState;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.RocDate;

/** What the contact of a grant is told of its services, on every database. */
@OnEveryDatabase
class SwitchNoticesTest {

  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);

  private final Ministry ministry;
  private final Catalogue catalogue;
  private final Notices notices;
  private final LocalDate soon = RocDate.dayOf(Clock.systemUTC().instant()).plusDays(9);

  SwitchNoticesTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    catalogue = core.getBean(Catalogue.class);
    notices = core.getBean(Notices.class);
  }

  @AfterEach
  void openBoth() {
    List.of(Ministry.CODES, Ministry.STAFFING).forEach(code -> arrange(code, true, null));
  }

  @Test
  void tellOfAClosingOnceUntilItIsTakenBack() {
    String contact = granted();
    arrange(Ministry.CODES, true, new PlannedSwitch(soon, "系統汰換"));
    arrange(Ministry.CODES, true, new PlannedSwitch(soon, "系統更新"));
    arrange(Ministry.CODES, true, null);
    List<Notice> told = told(contact, Ministry.CODES);
    assertThat(told)
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.SERVICE_CLOSING, NoticeKind.SERVICE_KEPT);
    assertThat(told.get(0).text())
        .contains("自 " + new RocDate(soon) + " 起停止提供，尚餘 9 天", "公告內容：系統汰換");
  }

  @Test
  void tellThatItClosedAndThatItOpened() {
    String contact = granted();
    arrange(Ministry.CODES, false, null);
    arrange(Ministry.CODES, false, new PlannedSwitch(soon, ""));
    catalogue.open(Ministry.CODES, ADMINISTRATOR);
    assertThat(told(contact, Ministry.CODES))
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.SERVICE_CLOSED, NoticeKind.SERVICE_OPENED);
  }

  @Test
  void tellNobodyWhoWasNotGrantedIt() {
    String contact = granted();
    arrange(Ministry.STAFFING, false, null);
    assertThat(told(contact, Ministry.STAFFING)).isEmpty();
  }

  /** Grants one of two services to an application with a contact of its own; its address. */
  private String granted() {
    String mail = UUID.randomUUID() + "@agency.gov.tw";
    ApplicationContent asked = ministry.content();
    ApplicationContent own =
        new ApplicationContent(
            asked.contactName(),
            asked.contactPhone(),
            mail,
            asked.period(),
            asked.purpose(),
            asked.legalBasis(),
            asked.specificPurpose(),
            asked.system(),
            asked.audiences(),
            asked.method(),
            asked.specialConditions(),
            asked.attachments(),
            asked.services());
    Application pending = ministry.submit(ministry.draft(own));
    ministry.reviews.approve(
        Ministry.number(pending), pending.version(), ministry.terms(), "可", Ministry.REVIEWER);
    return mail;
  }

  private void arrange(ServiceCode code, boolean open, @Nullable PlannedSwitch planned) {
    ServiceState now = ServiceState.of(catalogue.current().find(code).orElseThrow());
    ServiceState next =
        new ServiceState(open ? ServiceStatus.OPEN : ServiceStatus.CLOSED, "", planned);
    if (!next.equals(now)) {
      catalogue.arrange(code, now.toString(), next, "測試", ADMINISTRATOR);
    }
  }

  /** The oldest first. */
  private List<Notice> told(String contact, ServiceCode about) {
    return notices
        .search(
            new NoticeSearch(
                Set.of(),
                Set.of(),
                about.value(),
                null,
                null,
                NoticeSearch.Sort.CREATED,
                false,
                1,
                1_000))
        .items()
        .stream()
        .filter(notice -> notice.recipient().equals(contact))
        .toList();
  }
}
