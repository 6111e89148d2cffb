package tw.gov.mocs.hub.web.overview;

import java.time.LocalDate;
import tw.gov.mocs.hub.audit.DayCalls.Calls;
import tw.gov.mocs.hub.delivery.Deliveries;

/**
 * How many calls a service had on a day.
 *
 * @param day in Taipei
 * @param code 服務代碼; "" for calls that named none
 * @param name what the service is called; "" for none of today
 * @param calls how they ended
 */
public record CallLine(LocalDate day, String code, String name, Calls calls) {

  /** Whether it is of one-time files, which have no code. */
  public boolean isFile() {
    return code.equals(Deliveries.OPERATION);
  }

  /** How many of them ended so. */
  public long of(Ended ended) {
    return switch (ended) {
      case served -> calls.served();
      case refused -> calls.refused();
      case failed -> calls.failed();
    };
  }

  /** How a call ended, as the addresses of all lists of calls say it. */
  public enum Ended {
    served,
    refused,
    failed
  }
}
