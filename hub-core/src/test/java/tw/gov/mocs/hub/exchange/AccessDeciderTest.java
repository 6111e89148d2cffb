package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.exchange.Samples.request;
import static tw.gov.mocs.hub.exchange.Samples.values;

import java.net.InetAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.RowCondition.Operator;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.exchange.Samples.GrantBuilder;
import tw.gov.mocs.hub.shared.ErrorCode;

class AccessDeciderTest {

  private static final Criterion PERSON = values("idNo", "A100000001");

  private final ExchangeSettings settings = Samples.settings();
  private final PageTokens tokens = new PageTokens(settings, Clock.systemUTC());
  private final AccessDecider decider = new AccessDecider(settings, tokens);
  private final GrantBuilder grant = new GrantBuilder();
  private LocalDate day = Samples.DAY;

  @Test
  void allowsWhatIsGranted() {
    assertThat(plan(request(PERSON)).fields()).isEqualTo(Samples.FIELDS);
  }

  @Test
  void refusesUnknownApplication() {
    assertThat(code(null, Samples.service(), request(PERSON)))
        .isEqualTo(ErrorCode.APPLICATION_NOT_USABLE);
  }

  @ParameterizedTest
  @EnumSource(GrantStatus.class)
  void tellsNothingOfForeignApplication(GrantStatus status) {
    grant.agencyId = 8;
    grant.status = status;
    assertThat(code(request(PERSON))).isEqualTo(ErrorCode.APPLICATION_NOT_USABLE);
  }

  @Test
  void refusesApplicationForOneTimeFiles() {
    grant.number = "APFQ11500001";
    assertThat(code(request(PERSON))).isEqualTo(ErrorCode.APPLICATION_NOT_USABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED, GRANT_SUSPENDED",
    "REVOKED, GRANT_REVOKED",
    "EXPIRED, GRANT_NOT_IN_PERIOD"
  })
  void tellsTheOwnerTheStateOfTheGrant(GrantStatus status, ErrorCode expected) {
    grant.status = status;
    assertThat(code(request(PERSON))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31", "2027-01-01"})
  void refusesDaysOutsideThePeriod(LocalDate outside) {
    day = outside;
    assertThat(refused(request(PERSON)).told()).containsExactly("2026-01-01", "2026-12-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01", "2026-12-31"})
  void allowsBothDaysOfThePeriod(LocalDate edge) {
    day = edge;
    assertThat(plan(request(PERSON))).isNotNull();
  }

  @Test
  void refusesUnknownService() {
    assertThat(code(grant.build(), null, request(PERSON))).isEqualTo(ErrorCode.OPERATION_UNKNOWN);
  }

  @Test
  void answersClosedServiceWithItsNotice() {
    ExchangeService closed = Samples.service("REVIEW", ServiceStatus.CLOSED);
    AccessDecision decision = decide(grant.build(), closed, request(PERSON));
    assertThat(((AccessDecision.Refused) decision).told()).containsExactly("SQ_TA_001", "維護中");
  }

  @Test
  void refusesServiceThatIsNotGranted() {
    Grant other = grant.build();
    Grant none =
        new Grant(
            1,
            other.applicationNo(),
            other.agencyId(),
            other.agencyCode(),
            other.status(),
            1,
            other.period(),
            List.of(),
            other.quota(),
            Map.of());
    assertThat(code(none, Samples.service(), request(PERSON)))
        .isEqualTo(ErrorCode.SERVICE_NOT_GRANTED);
  }

  @Test
  void refusesOtherAddress() {
    grant.addresses = List.of(new Cidr("192.0.2.0/24"));
    assertThat(code(request(PERSON))).isEqualTo(ErrorCode.ADDRESS_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "查A123456789案",
        "a123456789",
        "Ａ１２３４５６７８９",
        "A 123 456 789",
        "A-12345-6789",
        "AB12345678",
        "A812345678",
        "id A12345\u200b6789"
      })
  void refusesPurposeWithIdentityNumberOrNone(String purpose) {
    assertThat(code(purpose(purpose))).isEqualTo(ErrorCode.PURPOSE_INVALID);
  }

  @Test
  void wantsACaseNumberWhereTheServiceSaysSo() {
    assertThat(PurposeRule.CASE_NUMBER.isMetBy("人事查核 115")).isFalse();
    assertThat(PurposeRule.CASE_NUMBER.isMetBy("部退一字第1150001號")).isTrue();
    assertThat(PurposeRule.ANY.isMetBy("人事查核")).isTrue();
  }

  @Test
  void refusesPurposeThatIsTooLong() {
    assertThat(code(purpose("案".repeat(201)))).isEqualTo(ErrorCode.PURPOSE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"公文 115-1", "REQ-20261123-0001", "APSQ11500001", "FIN-20261123-1"})
  void takesCaseNumbersForPurpose(String purpose) {
    AccessDecision decision = decide(grant.build(), Samples.service(), purpose(purpose));
    assertThat(decision).isInstanceOf(AccessDecision.Allowed.class);
  }

  @Test
  void namesTheFieldThatIsNotGranted() {
    grant.fields.put("fullName", new FieldGrant(false, true));
    assertThat(refused(fields("idNo", "fullName")).told()).containsExactly("fullName");
  }

  @Test
  void returnsFieldsInCatalogueOrderAndOnce() {
    assertThat(plan(fields("fullName", "idNo", "fullName")).fields())
        .extracting(Field::xmlName)
        .containsExactly("idNo", "fullName");
  }

  @Test
  void refusesFieldThatMayNotBeSearched() {
    grant.fields.put("idNo", new FieldGrant(true, false));
    assertThat(code(request(PERSON))).isEqualTo(ErrorCode.FIELD_NOT_SEARCHABLE);
  }

  @Test
  void refusesSearchByFieldWithoutCriterion() {
    assertThat(code(request(PERSON, values("fullName", "王"))))
        .isEqualTo(ErrorCode.FIELD_NOT_SEARCHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "appraisalYear, 11a",
    "appraisalYear, 1150",
    "appraisalYear, 1.0",
    "score, 1e2",
    "score, 1000",
    "score, 80.123",
    "agencyCode, 12345678901",
    "actionDate, 2026-01-01"
  })
  void refusesValuesOfAnotherType(String field, String value) {
    assertThat(code(request(PERSON, values(field, value)))).isEqualTo(ErrorCode.CRITERION_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "actionDate, 2026-02-30,",
    "actionDate, 2026-01-01Z,",
    "actionDate, 2026-01-02, 2026-01-01",
    "actionDate, ,",
    "updatedAt, 2026-01-01T00:00:00, ",
    "updatedAt, 2026-01-01, ",
    "updatedAt, 2026-01-01T00:00:01Z, 2026-01-01T00:00:00Z"
  })
  void refusesRangesThatAreNone(String field, @Nullable String from, @Nullable String to) {
    assertThat(code(request(PERSON, new Criterion.Range(field, from, to))))
        .isEqualTo(ErrorCode.CRITERION_INVALID);
  }

  @Test
  void refusesCriterionGivenTwice() {
    assertThat(code(request(PERSON, PERSON))).isEqualTo(ErrorCode.CRITERION_INVALID);
  }

  @Test
  void refusesTooManyValuesOverAllCriteria() {
    Criterion persons = new Criterion.Values("idNo", Collections.nCopies(600, "A100000001"));
    Criterion agencies = new Criterion.Values("agencyCode", Collections.nCopies(401, "A1"));
    assertThat(code(request(persons, agencies))).isEqualTo(ErrorCode.TOO_MANY_VALUES);
  }

  @Test
  void refusesCallWithoutRequiredCriterion() {
    assertThat(code(request(values("appraisalYear", "114"))))
        .isEqualTo(ErrorCode.CRITERION_REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00+08:00, 2026-02-01T00:00:01+08:00",
    "2026-01-01T00:00:00+08:00,",
    ", 2026-01-01T00:00:00+08:00"
  })
  void refusesRangeTooWideForRequiredCriterion(@Nullable String from, @Nullable String to) {
    assertThat(code(request(new Criterion.Range("updatedAt", from, to))))
        .isEqualTo(ErrorCode.CRITERION_REQUIRED);
  }

  @Test
  void takesRangeOfExactlyTheDaysAllowed() {
    Criterion range =
        new Criterion.Range("updatedAt", "2026-01-01T00:00:00+08:00", "2026-02-01T00:00:00+08:00");
    assertThat(plan(request(range)).conditions()).hasSize(1);
  }

  @Test
  void asksNoCriterionOfWholeTable() {
    grant.wholeTable = true;
    assertThat(plan(request()).conditions()).isEmpty();
  }

  @Test
  void bindsTheOwnAgencyOfRowCondition() {
    grant.conditions =
        List.of(new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY)));
    assertThat(((Condition.AnyOf) plan(request(PERSON)).conditions().get(0)).values())
        .containsExactly("301000000A");
  }

  @Test
  void closesWhenRowConditionNamesLostField() {
    grant.conditions = List.of(new RowCondition("gone", Operator.EQUAL, List.of("1")));
    assertThat(code(request(PERSON))).isEqualTo(ErrorCode.SOURCE_DRIFT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001})
  void refusesPageSizeOutOfBounds(int size) {
    ExchangeRequest request =
        new ExchangeRequest(
            Samples.CODE, "r", Samples.NUMBER, "p", List.of(), List.of(PERSON), size, null);
    assertThat(code(request)).isEqualTo(ErrorCode.SCHEMA_INVALID);
  }

  @Test
  void opensTokenOfTheSameQuery() {
    String token = tokens.seal(plan(request(PERSON)).context(), "R7");
    assertThat(plan(token(token)).afterKey()).isEqualTo("R7");
  }

  @Test
  void refusesTokenAfterTheGrantChanged() {
    String token = tokens.seal(plan(request(PERSON)).context(), "R7");
    grant.version = 2;
    assertThat(code(token(token))).isEqualTo(ErrorCode.PAGE_TOKEN_INVALID);
  }

  private static ExchangeRequest token(String token) {
    return new ExchangeRequest(
        Samples.CODE, "r", Samples.NUMBER, "p", List.of(), List.of(PERSON), null, token);
  }

  private static ExchangeRequest purpose(String purpose) {
    return new ExchangeRequest(
        Samples.CODE, "r", Samples.NUMBER, purpose, List.of(), List.of(PERSON), null, null);
  }

  private static ExchangeRequest fields(String... names) {
    return new ExchangeRequest(
        Samples.CODE, "r", Samples.NUMBER, "p", List.of(names), List.of(PERSON), null, null);
  }

  private ReadPlan plan(ExchangeRequest request) {
    AccessDecision decision = decide(grant.build(), Samples.service(), request);
    assertThat(decision).isInstanceOf(AccessDecision.Allowed.class);
    return ((AccessDecision.Allowed) decision).plan();
  }

  private AccessDecision.Refused refused(ExchangeRequest request) {
    return (AccessDecision.Refused) decide(grant.build(), Samples.service(), request);
  }

  private ErrorCode code(ExchangeRequest request) {
    return code(grant.build(), Samples.service(), request);
  }

  private ErrorCode code(
      @Nullable Grant grant, @Nullable ExchangeService service, ExchangeRequest request) {
    return ((AccessDecision.Refused) decide(grant, service, request)).code();
  }

  private AccessDecision decide(
      @Nullable Grant grant, @Nullable ExchangeService service, ExchangeRequest request) {
    return decider.decide(
        new AccessQuestion(
            Samples.AGENCY, InetAddress.getLoopbackAddress(), day, request, grant, service, "{}"));
  }
}
