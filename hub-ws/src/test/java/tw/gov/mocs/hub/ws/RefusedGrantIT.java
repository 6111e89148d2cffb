package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Known callers whose grant does not allow what they ask. */
class RefusedGrantIT extends RefusingCallers {

  private static final Set<String> NONE = Set.of();

  private ApplicationNumber granted(GrantDraft draft) {
    return hub().ministry.grant(draft);
  }

  private GrantDraft draft() {
    return hub().ministry.draft().service("SQ_TA_001");
  }

  private static RequestXml of(Object application) {
    return RequestXml.of("SQ_TA_001").application(application);
  }

  @Test
  void applicationOfAnotherAgency() {
    Reply reply =
        refuses(
            ErrorCode.APPLICATION_NOT_USABLE,
            signed(of(RequestXml.APPLICATION)).by(Identity.AGENCY_B));
    assertThat(reason(reply)).contains(Ministry.A.value());
    assertThat(reply.body()).doesNotContain(Ministry.A.value());
  }

  @Test
  void unknownApplication() {
    refuses(ErrorCode.APPLICATION_NOT_USABLE, of("APSQ11599999"));
  }

  @Test
  void unknownAndForeignApplicationsAreToldApartByNobody() {
    Reply foreign =
        refuses(
            ErrorCode.APPLICATION_NOT_USABLE,
            signed(of(RequestXml.APPLICATION)).by(Identity.AGENCY_B));
    Reply unknown =
        refuses(ErrorCode.APPLICATION_NOT_USABLE, signed(of("APSQ11599999")).by(Identity.AGENCY_B));
    assertThat(foreign.text("message")).isEqualTo(unknown.text("message"));
  }

  @Test
  void suspendedGrant() {
    ApplicationNumber number = granted(draft());
    control().suspend(number, version(number), "測試", Ministry.REVIEWER);
    refuses(ErrorCode.GRANT_SUSPENDED, of(number));
  }

  @Test
  void revokedGrant() {
    ApplicationNumber number = granted(draft());
    control().revoke(number, version(number), "測試", Ministry.REVIEWER);
    refuses(ErrorCode.GRANT_REVOKED, of(number));
  }

  @Test
  void resumedGrantIsGoodAgain() {
    ApplicationNumber number = granted(draft());
    control().suspend(number, version(number), "測試", Ministry.REVIEWER);
    control().resume(number, version(number), "測試", Ministry.REVIEWER);
    serves(of(number));
  }

  private GrantControl control() {
    return hub().get(GrantControl.class);
  }

  private int version(ApplicationNumber number) {
    return hub().ministry.grantOf(number).version();
  }

  @Test
  void grantWhosePeriodHasNotBegun() {
    refuses(ErrorCode.GRANT_NOT_IN_PERIOD, of(granted(draft().days(2, 30))));
  }

  @Test
  void addressOutsideTheGrantedBlocks() {
    Reply reply = refuses(ErrorCode.ADDRESS_NOT_ALLOWED, of(granted(draft().from("192.0.2.0/24"))));
    assertThat(reason(reply)).contains("127.0.0.1");
  }

  @Test
  void callsAboveTheQuota() {
    ApplicationNumber number = granted(draft().quota(2, 1000));
    serves(of(number));
    serves(of(number));
    refuses(ErrorCode.CALL_QUOTA_EXCEEDED, of(number));
    refuses(ErrorCode.CALL_QUOTA_EXCEEDED, of(number));
  }

  @Test
  void refusedCallsTakeNothingOfTheQuota() {
    ApplicationNumber number = granted(draft().quota(1, 1000));
    refuses(ErrorCode.CRITERION_REQUIRED, of(number).criteria(""));
    serves(of(number));
  }

  @Test
  void rowsAboveTheQuota() {
    ApplicationNumber number = granted(draft().quota(10, 1));
    serves(of(number).page(1));
    refuses(ErrorCode.ROW_QUOTA_EXCEEDED, of(number).page(1));
  }

  @Test
  void serviceThatIsNotGranted() {
    ApplicationNumber number = granted(draft());
    refuses(ErrorCode.SERVICE_NOT_GRANTED, RequestXml.of("SQ_TA_002").application(number));
  }

  @Test
  void fieldThatIsNotGranted() {
    ApplicationNumber number =
        granted(hub().ministry.draft().service("SQ_TA_001", Set.of("fullName"), NONE));
    Reply reply = refuses(ErrorCode.FIELD_NOT_GRANTED, of(number).fields("idNo", "fullName"));
    assertThat(reply.text("messageEn")).contains("fullName");
  }

  @Test
  void fieldThatIsNotGrantedDoesNotLeave() {
    ApplicationNumber number =
        granted(hub().ministry.draft().service("SQ_TA_001", Set.of("fullName"), NONE));
    assertThat(serves(of(number)).body()).doesNotContain("fullName").contains("<idNo>");
  }

  @Test
  void fieldThatIsNoField() {
    refuses(ErrorCode.FIELD_NOT_GRANTED, of(RequestXml.APPLICATION).fields("password"));
  }

  @Test
  void fieldThatIsNotSearchable() {
    ApplicationNumber number =
        granted(hub().ministry.draft().service("SQ_TA_001", NONE, Set.of("seriesCode")));
    refuses(
        ErrorCode.FIELD_NOT_SEARCHABLE,
        of(number)
            .criteria(
                RequestXml.values("idNo", RequestXml.PERSON)
                    + RequestXml.values("seriesCode", "A101")));
  }
}
