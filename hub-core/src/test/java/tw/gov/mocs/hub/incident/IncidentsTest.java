package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.incident.IncidentEntry.Kind;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Incidents as they are kept, on every database. */
@OnEveryDatabase
class IncidentsTest {

  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);

  private final ApplicationContext core;
  private final Incidents incidents;
  private final Ministry mine;
  private final Ministry other;

  IncidentsTest(TestDatabase database) {
    core = TestCore.shared(database);
    incidents = core.getBean(Incidents.class);
    mine = new Ministry(core);
    other = new Ministry(core);
  }

  @Test
  void keepsEverythingThatWasFilledIn() {
    IncidentContent full = Reports.full(Ministry.number(mine.pending()).value());
    Incident reported = report(full);
    assertThat(reported.content()).isEqualTo(full);
    assertThat(reported.number().value()).matches("[0-9]{8}");
    assertThat(reported.reporter())
        .returns(mine.applicant.actor().name(), Incident.Reporter::name)
        .returns(mine.applicant.thumbprint(), Incident.Reporter::thumbprint)
        .returns(
            core.getBean(Agencies.class)
                .findByThumbprint(mine.applicant.thumbprint())
                .orElseThrow()
                .cardNumber(),
            Incident.Reporter::cardNumber);
    assertThat(reported.history()).extracting(IncidentEntry::kind).containsExactly(Kind.REPORTED);
    assertThat(incidents.get(mine.agency.id(), reported.number())).isEqualTo(reported);
  }

  @Test
  void keepsLittleAndLongTexts() {
    assertThat(report(Reports.small()).content()).isEqualTo(Reports.small());
    IncidentContent longest =
        Reports.content("王小明", Reports.TODAY, null, "", "", "容".repeat(4_000), List.of());
    assertThat(report(longest).content()).isEqualTo(longest);
  }

  @Test
  void keepsTheCallThatItIsAbout() {
    IncidentContent content = Reports.call(Reports.TODAY, "", "SQ_TA_001", " 𠮷-req/1 ");
    Incident reported = report(content);
    assertThat(reported.content().callId()).isEqualTo("𠮷-req/1");
    assertThat(incidents.search(IncidentSearch.all(mine.agency.id(), 1, 1)).items())
        .singleElement()
        .returns("𠮷-req/1", IncidentLine::callId);
  }

  @Test
  void refusesAnIncompleteReport() {
    refuses(ErrorCode.VALUE_INVALID, () -> report(Reports.on(Reports.TODAY.plusDays(1))));
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> incidents.report(mine.agency.id(), "short", Reports.small(), mine.applicant.actor()));
  }

  @Test
  void unknownAndForeignApplicationsLookTheSame() {
    String foreign = Ministry.number(other.pending()).value();
    assertThat(faults(foreign)).isEqualTo(faults("APSQ99999999")).hasSize(1);
    assertThat(faults(Ministry.number(mine.pending()).value())).isEmpty();
  }

  private List<IncidentFault> faults(String applicationNo) {
    return incidents.faults(mine.agency.id(), Reports.about(applicationNo, ""));
  }

  @Test
  void foreignIncidentsLookUnknown() {
    Incident reported = report(Reports.small());
    long stranger = other.agency.id();
    refuses(ErrorCode.NOT_FOUND, () -> incidents.get(stranger, reported.number()));
    refuses(
        ErrorCode.NOT_FOUND,
        () -> incidents.add(stranger, reported.number(), 1, "補充", other.applicant.actor()));
    refuses(ErrorCode.NOT_FOUND, () -> incidents.get(stranger, new IncidentNumber("99999999")));
    assertThat(incidents.search(IncidentSearch.all(stranger, 1, 10)).total()).isZero();
  }

  @Test
  void aSuspendedAgencyReportsNothing() {
    core.getBean(Agencies.class).suspend(other.agency.code(), "測試", ADMINISTRATOR);
    refuses(
        ErrorCode.AGENCY_SUSPENDED,
        () ->
            incidents.report(
                other.agency.id(),
                Incidents.newFormKey(),
                Reports.small(),
                other.applicant.actor()));
  }

  @Test
  void isAnsweredClosedAndReopened() {
    Incident reported = report(Reports.small());
    Incident answered = incidents.answer(reported.number(), 1, " 請重試\r\n一次 ", ADMINISTRATOR);
    Incident remarked =
        incidents.add(mine.agency.id(), answered.number(), 2, "仍無法登入", mine.applicant.actor());
    Incident closed = incidents.close(remarked.number(), 3, "已修復", ADMINISTRATOR);
    assertThat(closed)
        .returns(IncidentStatus.CLOSED, Incident::status)
        .returns("已修復", Incident::handling);
    Incident reopened = incidents.reopen(closed.number(), 4, "再次發生", ADMINISTRATOR);
    assertThat(reopened)
        .returns(IncidentStatus.IN_PROGRESS, Incident::status)
        .returns(5, Incident::version)
        .isEqualTo(incidents.get(reopened.number()));
    assertThat(reopened.history())
        .extracting(IncidentEntry::kind, IncidentEntry::by, IncidentEntry::said)
        .containsExactly(
            Tuple.tuple(Kind.REPORTED, mine.applicant.actor().name(), ""),
            Tuple.tuple(Kind.ANSWERED, "admin", "請重試\n一次"),
            Tuple.tuple(Kind.REMARKED, mine.applicant.actor().name(), "仍無法登入"),
            Tuple.tuple(Kind.CLOSED, "admin", "已修復"),
            Tuple.tuple(Kind.REOPENED, "admin", "再次發生"));
  }

  @Test
  void refusesWhatTheStateDoesNotAllow() {
    Incident reported = report(Reports.small());
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> incidents.reopen(reported.number(), 1, "理由", ADMINISTRATOR));
    incidents.close(reported.number(), 1, "已修復", ADMINISTRATOR);
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> incidents.answer(reported.number(), 2, "說明", ADMINISTRATOR));
    refuses(
        ErrorCode.STATE_CONFLICT, () -> incidents.close(reported.number(), 2, "說明", ADMINISTRATOR));
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> incidents.add(mine.agency.id(), reported.number(), 2, "補充", mine.applicant.actor()));
  }

  @Test
  void mailsNoIdentityNumberToItsAgency() {
    Incident reported = report(Reports.small());
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> incidents.answer(reported.number(), 1, "此人 A212345670 查無資料", ADMINISTRATOR));
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> incidents.close(reported.number(), 1, "此人 A212345670 查無資料", ADMINISTRATOR));
  }

  @Test
  void needsWords() {
    Incident reported = report(Reports.small());
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> incidents.answer(reported.number(), 1, " \n", ADMINISTRATOR));
    refuses(
        ErrorCode.VALUE_INVALID, () -> incidents.close(reported.number(), 1, "", ADMINISTRATOR));
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> incidents.answer(reported.number(), 1, "長".repeat(4_001), ADMINISTRATOR));
    incidents.answer(reported.number(), 1, "長".repeat(4_000), ADMINISTRATOR);
    // What was answered may be closed without more words.
    assertThat(incidents.close(reported.number(), 2, "", ADMINISTRATOR).handling()).hasSize(4_000);
  }

  @Test
  void refusesToChangeWhatSomebodyElseHasChanged() {
    Incident reported = report(Reports.small());
    incidents.answer(reported.number(), 1, "說明", ADMINISTRATOR);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> incidents.close(reported.number(), 1, "已修復", ADMINISTRATOR));
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> incidents.add(mine.agency.id(), reported.number(), 1, "補充", mine.applicant.actor()));
  }

  @Test
  void logsEachStepWithoutWhatWasSaid() {
    Incident reported = report(Reports.small());
    incidents.answer(reported.number(), 1, "秘密", ADMINISTRATOR);
    incidents.add(mine.agency.id(), reported.number(), 2, "秘密", mine.applicant.actor());
    incidents.close(reported.number(), 3, "秘密", ADMINISTRATOR);
    incidents.reopen(reported.number(), 4, "秘密", ADMINISTRATOR);
    assertThat(logged("action", reported))
        .containsExactlyInAnyOrder(
            "INCIDENT_REPORTED",
            "INCIDENT_ANSWERED",
            "INCIDENT_REMARKED",
            "INCIDENT_CLOSED",
            "INCIDENT_REOPENED");
    assertThat(logged("reason", reported)).containsOnlyNulls();
  }

  private List<String> logged(String column, Incident incident) {
    return LoggedActs.of(core, column, "incident " + incident.number());
  }

  @Test
  void tellsTheReporter() {
    Incident reported = report(Reports.small());
    incidents.answer(reported.number(), 1, "說明", ADMINISTRATOR);
    incidents.add(mine.agency.id(), reported.number(), 2, "補充", mine.applicant.actor());
    incidents.close(reported.number(), 3, "", ADMINISTRATOR);
    assertThat(
            core.getBean(Notices.class)
                .search(new NoticeSearch(Set.of(), Set.of(), reported.number().value(), 1, 10))
                .items())
        .extracting(Notice::kind)
        .containsExactlyInAnyOrder(
            NoticeKind.INCIDENT_RECEIVED, NoticeKind.INCIDENT_ANSWERED, NoticeKind.INCIDENT_CLOSED);
  }

  private Incident report(IncidentContent content) {
    return incidents.report(
        mine.agency.id(), Incidents.newFormKey(), content, mine.applicant.actor());
  }

  private static void refuses(ErrorCode code, ThrowingCallable work) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(work)
        .returns(code, HubException::code);
  }
}
