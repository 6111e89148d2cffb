package tw.gov.mocs.hub.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.audit.RecordedCalls;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.incident.IncidentCalls.Look;
import tw.gov.mocs.hub.incident.IncidentCalls.Scope;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** What an administrator sees of the calls that an incident is about, on every database. */
@OnEveryDatabase
class IncidentCallsTest {

  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);
  private static final LocalDate YESTERDAY = Reports.TODAY.minusDays(1);
  private static final String SERVICE = "SQ_TA_001";

  private final ApplicationContext core;
  private final IncidentCalls calls;
  private final Ministry mine;
  private final Ministry other;

  IncidentCallsTest(TestDatabase database) {
    core = TestCore.shared(database);
    calls = core.getBean(IncidentCalls.class);
    mine = new Ministry(core);
    other = new Ministry(core);
  }

  @Test
  void findsTheCallByItsRecordIdInAnyLetters() {
    String id = called(mine, YESTERDAY, SERVICE, "R1", "OK");
    called(mine, YESTERDAY, SERVICE, "R2", "OK");
    Incident incident = report(Reports.call(YESTERDAY, "", "", id.toLowerCase(Locale.ROOT)));
    assertThat(look(incident, Scope.NAMED)).containsExactly(id);
  }

  @Test
  void findsTheCallsByTheRequestIdThatTheAgencyGave() {
    String request = UUID.randomUUID().toString();
    String refused = called(mine, YESTERDAY, SERVICE, request, "HUB-5006");
    String served = called(mine, Reports.TODAY, SERVICE, request, "OK");
    Incident incident = report(Reports.call(Reports.TODAY, "", "", request));
    assertThat(look(incident, Scope.NAMED)).containsExactly(served, refused);
  }

  @Test
  void findsNothingOfAnotherAgency() {
    String request = UUID.randomUUID().toString();
    String id = called(other, YESTERDAY, SERVICE, request, "OK");
    for (String typed : List.of(id, request)) {
      Incident incident = report(Reports.call(YESTERDAY, "", SERVICE, typed));
      assertThat(look(incident, Scope.NAMED)).isEmpty();
      assertThat(look(incident, Scope.DAY)).isEmpty();
    }
  }

  @Test
  void findsThoseOfTheDayAndTheService() {
    String that = called(mine, YESTERDAY, SERVICE, "R1", "OK");
    called(mine, YESTERDAY, "SQ_TA_002", "R2", "OK");
    called(mine, Reports.TODAY, SERVICE, "R3", "OK");
    called(mine, YESTERDAY.minusDays(1), SERVICE, "R4", "OK");
    Incident incident = report(Reports.call(YESTERDAY, "", SERVICE, ""));
    assertThat(look(incident, Scope.DAY)).containsExactly(that);
  }

  @Test
  void findsThoseOfTheApplicationAlone() {
    String application = Ministry.number(mine.pending()).value();
    String that = called(mine, YESTERDAY, SERVICE, application, "R1", "OK");
    called(mine, YESTERDAY, SERVICE, "APSQ09900001", "R2", "OK");
    Incident incident = report(Reports.call(YESTERDAY, application, "", ""));
    assertThat(look(incident, Scope.DAY)).containsExactly(that);
  }

  @Test
  void looksAtNothingWhereNothingNarrowsIt() {
    called(mine, YESTERDAY, SERVICE, "R1", "OK");
    Incident incident = report(Reports.on(YESTERDAY));
    assertThat(IncidentCalls.scopes(incident.content())).isEmpty();
    for (Scope scope : Scope.values()) {
      assertThat(look(incident, scope)).isEmpty();
    }
  }

  @Test
  void offersTheNarrowestFirst() {
    assertThat(IncidentCalls.scopes(Reports.call(YESTERDAY, "", SERVICE, "R1")))
        .containsExactly(Scope.NAMED, Scope.DAY);
    assertThat(IncidentCalls.scopes(Reports.call(YESTERDAY, "", "", "R1")))
        .containsExactly(Scope.NAMED);
    assertThat(IncidentCalls.scopes(Reports.about("APSQ11500001", ""))).containsExactly(Scope.DAY);
  }

  @Test
  void everyLookIsInTheLogWithoutWhatTheAgencyTyped() {
    Incident incident = report(Reports.call(YESTERDAY, "", SERVICE, "A123456789"));
    look(incident, Scope.NAMED);
    look(incident, Scope.DAY);
    String subject = "incident " + incident.number();
    assertThat(LoggedActs.of(core, "state_after", subject))
        .contains(
            "the call that it names, page 1", "calls of " + YESTERDAY + " " + SERVICE + ", page 1")
        .noneMatch(after -> String.valueOf(after).contains("A123456789"));
  }

  @Test
  void isNotThereForAnUnknownNumber() {
    IncidentNumber unknown = new IncidentNumber("99999999");
    Look look = new Look(Scope.DAY, null, false, 1, 10);
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> calls.look(unknown, look, ADMINISTRATOR))
        .returns(ErrorCode.NOT_FOUND, HubException::code);
  }

  private List<String> look(Incident incident, Scope scope) {
    Look look = new Look(scope, null, false, 1, 10);
    return calls.look(incident.number(), look, ADMINISTRATOR).items().stream()
        .map(CallLine::recordId)
        .toList();
  }

  private Incident report(IncidentContent content) {
    return core.getBean(Incidents.class)
        .report(mine.agency.id(), Incidents.newFormKey(), content, mine.applicant.actor());
  }

  private String called(
      Ministry agency, LocalDate day, String service, String request, String code) {
    return called(agency, day, service, "APSQ11500001", request, code);
  }

  /** At the first moment of the day in Taipei. */
  private String called(
      Ministry agency,
      LocalDate day,
      String service,
      String application,
      String request,
      String code) {
    Instant at = day.atStartOfDay(RocDate.TAIPEI).toInstant();
    CallRecord.What what =
        new CallRecord.What(service, request, application, 1, "案號 1", "idNo=test");
    return RecordedCalls.add(core.getBean(AuditLog.class), agency.agency.id(), at, what, code);
  }
}
