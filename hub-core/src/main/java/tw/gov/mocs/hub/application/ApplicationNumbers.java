package tw.gov.mocs.hub.application;

import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * Gives the application numbers: each kind from 00001 every ROC year, without gaps, because the
 * counter is changed in the transaction of the submission, which holds its row until it ends.
 */
@Component
class ApplicationNumbers {

  private final ApplicationNumberMapper mapper;

  ApplicationNumbers(ApplicationNumberMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The next number, in the caller's transaction.
   *
   * @throws HubException STATE_CONFLICT when the 99,999 of the year are used up
   */
  ApplicationNumber next(DeliveryMethod method, Instant submittedAt) {
    String kind = method.prefix();
    int year = RocDate.yearOf(submittedAt);
    if (mapper.increment(kind, year) == 0) {
      begin(kind, year);
      if (mapper.increment(kind, year) == 0) {
        throw new HubException(
            ErrorCode.STATE_CONFLICT,
            "no " + kind + " number is left in ROC year " + year,
            kind + year + "99999");
      }
    }
    return ApplicationNumber.of(method, year, mapper.last(kind, year));
  }

  private void begin(String kind, int year) {
    if (mapper.count(kind, year) > 0) {
      return;
    }
    try {
      mapper.begin(kind, year);
    } catch (DuplicateKeyException e) {
      // Another submission began the year meanwhile, and has been waited for: count on from there.
      return;
    }
  }
}
