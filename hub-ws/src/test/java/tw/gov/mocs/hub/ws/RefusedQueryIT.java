package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Known callers whose purpose, criteria or page token is not acceptable. */
class RefusedQueryIT extends RefusingCallers {

  private static final String OWN_ROWS = RequestXml.values("idNo", RequestXml.PERSON);

  private static RequestXml reviews() {
    return RequestXml.of("SQ_TA_002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"查 F131104093", "Ｆ１３１１０４０９３", "a 800000014"})
  void purposeThatHoldsAnIdentityNumber(String purpose) {
    Reply reply = refuses(ErrorCode.PURPOSE_INVALID, reviews().purpose(purpose));
    assertThat(hub().log.call(reply.text("recordId")).get("purpose")).isNull();
  }

  @Test
  void purposeOfBlanks() {
    refuses(ErrorCode.PURPOSE_INVALID, reviews().purpose("　 "));
  }

  @Test
  void valuesOfTheWrongType() {
    refuses(
        ErrorCode.SCHEMA_INVALID,
        reviews().criteria(OWN_ROWS + RequestXml.values("appraisalYear", "last")));
  }

  @Test
  void rangeThatEndsBeforeItBegins() {
    refuses(
        ErrorCode.CRITERION_INVALID,
        reviews()
            .criteria(OWN_ROWS + RequestXml.range("approvalDate", "2026-02-01", "2026-01-01")));
  }

  @Test
  void moreThanAThousandValues() {
    String[] values = Collections.nCopies(1001, RequestXml.PERSON).toArray(String[]::new);
    Reply reply =
        refuses(ErrorCode.TOO_MANY_VALUES, reviews().criteria(RequestXml.values("idNo", values)));
    assertThat(reply.text("message")).contains("1000").doesNotContain(RequestXml.PERSON);
  }

  @Test
  void noCriterion() {
    refuses(ErrorCode.CRITERION_REQUIRED, reviews().criteria(""));
  }

  @Test
  void noRequiredCriterion() {
    Reply reply =
        refuses(
            ErrorCode.CRITERION_REQUIRED,
            reviews().criteria(RequestXml.values("appraisalYear", "112")));
    assertThat(reply.text("message")).endsWith("updatedAt（≤ 31 天）");
    assertThat(reply.text("messageEn")).endsWith("updatedAt (≤ 31 days)");
  }

  @Test
  void changesOfMoreThanAMonth() {
    refuses(
        ErrorCode.CRITERION_REQUIRED,
        reviews()
            .criteria(
                RequestXml.range(
                    "updatedAt", "2026-01-01T00:00:00+08:00", "2026-02-01T00:00:01+08:00")));
  }

  @Test
  void changesOfAMonthAreServed() {
    serves(
        reviews()
            .criteria(
                RequestXml.range(
                    "updatedAt", "2026-01-01T00:00:00+08:00", "2026-02-01T00:00:00+08:00")));
  }

  private String token() {
    Reply first = serves(reviews().page(1));
    assertThat(first.rows()).isOne();
    return first.text("nextPage");
  }

  @Test
  void tokenOfThisQueryIsServed() {
    assertThat(serves(reviews().page(1, token())).rows()).isOne();
  }

  @Test
  void tokenOfOtherCriteria() {
    String other = OWN_ROWS + RequestXml.values("appraisalYear", "112");
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().criteria(other).page(1, token()));
  }

  @Test
  void tokenOfOtherFields() {
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().fields("idNo").page(1, token()));
  }

  @Test
  void tokenOfAnotherService() {
    refuses(ErrorCode.PAGE_TOKEN_INVALID, RequestXml.of("SQ_TA_001").page(1, token()));
  }

  @Test
  void tokenOfAnotherAgency() {
    ApplicationNumber foreign =
        hub().ministry.grant(hub().ministry.draft().agency(Ministry.B).service("SQ_TA_002"));
    refuses(
        ErrorCode.PAGE_TOKEN_INVALID,
        signed(reviews().application(foreign).page(1, token())).by(Identity.AGENCY_B));
  }

  @Test
  void tokenOfAnotherApplication() {
    ApplicationNumber other = hub().ministry.grant(hub().ministry.draft().service("SQ_TA_002"));
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().application(other).page(1, token()));
  }

  @Test
  void tokenOfAnEarlierVersionOfTheGrant() {
    Ministry ministry = hub().ministry;
    ApplicationNumber number =
        ministry.grant(ministry.draft().service("SQ_TA_002", Set.of(), Set.of()));
    String token = serves(reviews().application(number).page(1)).text("nextPage");
    GrantControl control = hub().get(GrantControl.class);
    control.suspend(number, ministry.grantOf(number).version(), "測試", Ministry.REVIEWER);
    control.resume(number, ministry.grantOf(number).version(), "測試", Ministry.REVIEWER);
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().application(number).page(1, token));
  }

  @Test
  void tokenWithOneCharacterChanged() {
    String token = token();
    char last = token.charAt(token.length() - 5) == 'A' ? 'B' : 'A';
    String changed =
        token.substring(0, token.length() - 5) + last + token.substring(token.length() - 4);
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().page(1, changed));
  }

  @Test
  void tokenThatIsNone() {
    refuses(ErrorCode.PAGE_TOKEN_INVALID, reviews().page(1, "next"));
  }
}
