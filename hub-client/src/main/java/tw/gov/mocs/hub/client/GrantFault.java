package tw.gov.mocs.hub.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands against the use of an application, in words of {@code failures*}.
 *
 * @param key of the text
 * @param told what it tells
 */
record GrantFault(String key, List<Object> told) implements InWords {

  private static final Set<String> STATES = Set.of("SUSPENDED", "REVOKED", "EXPIRED");

  private static GrantFault of(String key, Object... told) {
    return new GrantFault(key, List.of(told));
  }

  /** The hub lists what was granted alone: it does not say whose the others are, or how far. */
  static GrantFault notListed(HubStatus status) {
    return of("GRANT_NOT_LISTED", status.agencyCode(), status.agencyName());
  }

  /**
   * All that stands against it.
   *
   * @param services that the module was made for
   */
  static List<GrantFault> of(
      HubStatus.ApplicationStatus application, List<String> services, LocalDate today) {
    List<GrantFault> faults = new ArrayList<>();
    if (STATES.contains(application.status())) {
      faults.add(of("GRANT_" + application.status()));
    } else if (!application.status().equals("ACTIVE")) {
      faults.add(of("GRANT_STATE", application.status()));
    }
    if (today.isBefore(application.from()) || today.isAfter(application.to())) {
      faults.add(of("GRANT_PERIOD", application.from(), application.to()));
    }
    List<String> missing =
        services.stream().filter(code -> !application.services().contains(code)).toList();
    if (!missing.isEmpty()) {
      faults.add(of("GRANT_SERVICES", String.join(" ", missing)));
    }
    if (application.callsLeft() == 0 || application.rowsLeft() == 0) {
      faults.add(of("GRANT_USED_UP"));
    }
    return faults;
  }

  @Override
  public String text(Locale locale) {
    return Failure.text(key, locale, told.stream().map(String::valueOf).toList());
  }
}
