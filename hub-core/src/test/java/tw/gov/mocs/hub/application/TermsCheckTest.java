package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.gov.mocs.hub.application.RowCondition.Operator;

/** What a reviewer may grant. */
class TermsCheckTest {

  @Test
  void acceptsEverythingThatWasAsked() {
    assertThat(faults(Samples.everything())).isEmpty();
  }

  @Test
  void refusesAPeriodOutsideWhatWasAsked() {
    ServicePeriod longer = new ServicePeriod(Samples.YEAR.from(), Samples.YEAR.to().plusDays(1));
    GrantTerms all = Samples.everything();
    assertThat(faults(new GrantTerms(longer, all.addresses(), all.quota(), all.services())))
        .containsExactly("the period is not within what was asked");
  }

  @Test
  void refusesToGrantNothing() {
    assertThat(faults(Samples.terms())).containsExactly("no service is granted");
  }

  @Test
  void refusesAServiceThatWasNotAsked() {
    ApplicationContent codesOnly =
        Samples.content(Samples.YEAR, List.of(ServiceRequest.whole(Samples.CODES, "")));
    assertThat(
            texts(
                TermsCheck.faults(
                    Samples.pending(codesOnly),
                    Samples.everything(),
                    Samples.catalogue(),
                    Samples.TODAY)))
        .containsExactly("SQ_TA_003 was not asked for");
  }

  @Test
  void refusesAFieldThatWasNotAsked() {
    ApplicationContent some =
        Samples.content(
            Samples.YEAR, List.of(new ServiceRequest(Samples.CODES, List.of("codeType"), "")));
    assertThat(
            texts(
                TermsCheck.faults(
                    Samples.pending(some),
                    Samples.terms(Samples.whole(Samples.CODES)),
                    Samples.catalogue(),
                    Samples.TODAY)))
        .containsExactly("SQ_COM_01.codeName was not asked for");
  }

  @Test
  void refusesToSearchWhatCannotBeSearched() {
    assertThat(faults(with("fullName", new FieldGrant(true, true))))
        .containsExactly("SQ_TA_003.fullName cannot be searched");
  }

  @Test
  void refusesAServiceOfPersonsThatNobodyCouldCall() {
    ServiceGrant blind =
        new ServiceGrant(
            Samples.PERSONS, Map.of("fullName", new FieldGrant(true, false)), List.of(), false);
    assertThat(faults(Samples.terms(blind)))
        .containsExactly("SQ_TA_003 cannot be called: none of its required criteria is searchable");
  }

  @Test
  void wholeTableNeedsNoCriterion() {
    ServiceGrant whole =
        new ServiceGrant(
            Samples.PERSONS, Map.of("fullName", new FieldGrant(true, false)), List.of(), true);
    assertThat(faults(Samples.terms(whole))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "agencyCode;EQUAL;本機關",
        "agencyCode;IN;A01000000A,本機關",
        "points;BETWEEN;1,99",
        "decidedOn;BETWEEN;2020-01-01,2020-12-31",
        "updatedAt;EQUAL;2020-01-01T00:00:00+08:00"
      })
  void acceptsConditionsThatFitTheirField(String field, Operator operator, String values) {
    assertThat(faults(conditioned(field, operator, values))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "salary;EQUAL;1",
        "points;EQUAL;many",
        "points;EQUAL;本機關",
        "points;EQUAL;1000",
        "points;EQUAL;1.5",
        "decidedOn;EQUAL;2020-02-30",
        "decidedOn;BETWEEN;2020-12-31,2020-01-01",
        "updatedAt;EQUAL;2020-01-01T00:00:00",
        "agencyCode;EQUAL;TOOLONGACODE"
      })
  void refusesConditionsThatDoNot(String field, Operator operator, String values) {
    assertThat(faults(conditioned(field, operator, values))).hasSize(1);
  }

  @Test
  void restrictedFieldsNeedASecondReviewer() {
    ApplicationSettings settings =
        new ApplicationSettings(true, true, 1_000_000, true, 30, 366, 10_000, 1_000_000, 90, false);
    assertThat(settings.needSecondReviewer(Samples.everything(), Samples.catalogue())).isTrue();
    assertThat(
            settings.needSecondReviewer(Samples.terms(Samples.unrestricted()), Samples.catalogue()))
        .isFalse();
  }

  @Test
  void wholeTablesAndManyRowsNeedASecondReviewer() {
    ApplicationSettings settings =
        new ApplicationSettings(true, true, 1_000_000, true, 30, 366, 10_000, 1_000_000, 90, false);
    ServiceGrant codes = Samples.whole(Samples.CODES);
    ServiceGrant table = new ServiceGrant(Samples.CODES, codes.fields(), List.of(), true);
    GrantTerms rows =
        GrantTerms.of(Samples.YEAR, List.of(), new Quota(1, 1_000_001), List.of(codes));
    assertThat(settings.needSecondReviewer(Samples.terms(table), Samples.catalogue())).isTrue();
    assertThat(settings.needSecondReviewer(rows, Samples.catalogue())).isTrue();
  }

  private static GrantTerms with(String field, FieldGrant grant) {
    Map<String, FieldGrant> fields = new HashMap<>(Samples.whole(Samples.PERSONS).fields());
    fields.put(field, grant);
    return Samples.terms(new ServiceGrant(Samples.PERSONS, fields, List.of(), false));
  }

  private static GrantTerms conditioned(String field, Operator operator, String values) {
    RowCondition condition = new RowCondition(field, operator, List.of(values.split(",")));
    return Samples.terms(
        new ServiceGrant(
            Samples.PERSONS, Samples.whole(Samples.PERSONS).fields(), List.of(condition), false));
  }

  private static List<String> faults(GrantTerms terms) {
    return texts(TermsCheck.faults(Samples.pending(), terms, Samples.catalogue(), Samples.TODAY));
  }

  private static List<String> texts(List<TermsFault> faults) {
    return faults.stream().map(TermsFault::text).toList();
  }
}
