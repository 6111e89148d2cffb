package tw.gov.mocs.hub.usage;

import java.time.LocalDate;
import tw.gov.mocs.hub.agency.AgencyCode;

/**
 * An application was used unusually on one day.
 *
 * @param day in Taipei
 * @param agencyCode whose it is
 * @param applicationNo 申請案號; "" of refused calls that named none of the agency's
 * @param pattern in what
 * @param seen how much there was
 * @param limit from where on it is shown; what was granted for {@link Pattern#CALLS} and {@link
 *     Pattern#ROWS}
 */
public record Finding(
    LocalDate day,
    AgencyCode agencyCode,
    String applicationNo,
    Pattern pattern,
    long seen,
    long limit) {}
