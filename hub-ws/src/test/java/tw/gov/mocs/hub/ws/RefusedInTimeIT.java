package tw.gov.mocs.hub.ws;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What was good until some time has passed; on a hub whose clock is moved. */
class RefusedInTimeIT extends RefusingCallers {

  private static RunningHub own;

  @BeforeAll
  static void start() {
    own = RunningHub.start();
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @Override
  RunningHub hub() {
    return own;
  }

  @Test
  void expiredToken() {
    String token = serves(RequestXml.of("SQ_TA_002").page(1)).text("nextPage");
    own.clock.forward(Duration.ofMinutes(16));
    refuses(ErrorCode.PAGE_TOKEN_EXPIRED, RequestXml.of("SQ_TA_002").page(1, token));
  }

  @Test
  void grantWhosePeriodIsOver() {
    ApplicationNumber number =
        own.ministry.grant(own.ministry.draft().days(0, 1).service("SQ_TA_001"));
    serves(RequestXml.of("SQ_TA_001").application(number));
    own.clock.forward(Duration.ofDays(2));
    refuses(ErrorCode.GRANT_NOT_IN_PERIOD, RequestXml.of("SQ_TA_001").application(number));
  }

  @Test
  void quotaBeginsAnewOnTheNextDay() {
    ApplicationNumber number =
        own.ministry.grant(own.ministry.draft().quota(1, 1000).service("SQ_TA_001"));
    RequestXml first = RequestXml.of("SQ_TA_001").application(number);
    serves(first);
    refuses(ErrorCode.CALL_QUOTA_EXCEEDED, RequestXml.of("SQ_TA_001").application(number));
    own.clock.forward(Duration.ofDays(1));
    serves(RequestXml.of("SQ_TA_001").application(number));
  }
}
