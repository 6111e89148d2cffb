package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Extract.Format;
import tw.gov.mocs.hub.application.RowCondition.Operator;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What a reviewer grants for a one-time file. */
@OnEveryDatabase
class ExtractTest {

  private static final ExtractTable OWN_STAFF =
      new ExtractTable(
          "TA_CURRENT_STAFF",
          List.of("idNo", "agencyCode"),
          List.of(
              new RowCondition("agencyCode", Operator.EQUAL, List.of(RowCondition.OWN_AGENCY))));

  private final Ministry ministry;
  private final Application pending;

  ExtractTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    ministry = new Ministry(core);
    pending = ministry.submit(ministry.draft(Samples.fileContent(ministry.period(), "本機關現職人員")));
  }

  @Test
  void becomesTheTermsOfTheGrant() {
    Extract extract = new Extract(Format.CSV, 120L, List.of(OWN_STAFF));
    Application approved = approve(extract);
    assertThat(approved.status()).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(ministry.grants.find(Ministry.number(approved)).orElseThrow().extract())
        .isEqualTo(extract);
  }

  @Test
  void aWholeTableNeedsASecondReviewer() {
    ExtractTable all = new ExtractTable("TA_CURRENT_STAFF", List.of("idNo"), List.of());
    assertThat(approve(new Extract(Format.XML, 10L, List.of(all))).status())
        .isEqualTo(ApplicationStatus.SECOND_REVIEW);
  }

  @Test
  void soDoManyRowsAndAnUnknownNumberOfThem() {
    assertThat(second(1_000_000L)).isFalse();
    assertThat(second(1_000_001L)).isTrue();
    assertThat(second(null)).isTrue();
  }

  @Test
  void refusesWhatHoldsNothingOrWhatTheCatalogueDoesNotKnow() {
    refuses(new Extract(Format.CSV, 1L, List.of()));
    refuses(
        new Extract(Format.CSV, 1L, List.of(new ExtractTable("NONE", List.of("a"), List.of()))));
    refuses(
        new Extract(
            Format.CSV,
            1L,
            List.of(new ExtractTable("TA_CURRENT_STAFF", List.of("salary"), List.of()))));
    refuses(
        new Extract(
            Format.CSV, 1L, List.of(new ExtractTable("TA_CURRENT_STAFF", List.of(), List.of()))));
  }

  @Test
  void canBeOverAService() {
    ExtractTable service = new ExtractTable("SQ_TA_002", List.of("idNo"), OWN_STAFF.conditions());
    Extract extract = new Extract(Format.XML, 120L, List.of(service));
    Application approved = approve(extract);
    assertThat(ministry.grants.find(Ministry.number(approved)).orElseThrow().extract())
        .isEqualTo(extract);
  }

  @Test
  void ofAServiceItHoldsNoFieldThatIsNotOffered() {
    refuses(
        new Extract(
            Format.CSV, 1L, List.of(new ExtractTable("SQ_TA_002", List.of("none"), List.of()))));
    refuses(
        new Extract(
            Format.CSV, 1L, List.of(new ExtractTable("SQ_TA_999", List.of("idNo"), List.of()))));
  }

  @Test
  void aWebServiceHasNone() {
    Application web = ministry.pending();
    GrantTerms terms =
        GrantTerms.of(
            ministry.period(), Quota.DEFAULT, new Extract(Format.CSV, 1L, List.of(OWN_STAFF)));
    assertThat(ministry.reviews.preview(web, terms).faults())
        .extracting(TermsFault::reason)
        .contains(TermsFault.Reason.WRONG_METHOD);
  }

  private boolean second(@Nullable Long rows) {
    GrantTerms terms =
        GrantTerms.of(
            ministry.period(), Quota.DEFAULT, new Extract(Format.CSV, rows, List.of(OWN_STAFF)));
    return ministry.reviews.preview(pending, terms).second();
  }

  private Application approve(Extract extract) {
    GrantTerms terms = GrantTerms.of(ministry.period(), Quota.DEFAULT, extract);
    return ministry.reviews.approve(
        Ministry.number(pending), pending.version(), terms, "可", Ministry.REVIEWER);
  }

  private void refuses(Extract extract) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> approve(extract))
        .returns(ErrorCode.VALUE_INVALID, HubException::code);
  }
}
