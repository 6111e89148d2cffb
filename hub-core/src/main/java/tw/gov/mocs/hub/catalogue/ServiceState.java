package tw.gov.mocs.hub.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Whether a service can be called, and what is announced of that.
 *
 * @param status open or closed
 * @param notice what callers of a closed service are told; empty if nothing
 * @param planned what is announced; null for nothing
 */
public record ServiceState(ServiceStatus status, String notice, @Nullable PlannedSwitch planned) {

  /** The state of a service. */
  public static ServiceState of(ExchangeService service) {
    return new ServiceState(service.status(), service.notice(), service.planned());
  }

  /** One line for the log; it is also the mark that a form carries. */
  @Override
  public String toString() {
    String now = notice.isEmpty() ? status.name() : status + ": " + notice;
    if (planned == null) {
      return now;
    }
    ServiceStatus then = status == ServiceStatus.OPEN ? ServiceStatus.CLOSED : ServiceStatus.OPEN;
    String later = "%s; %s on %s".formatted(now, then, planned.day());
    return planned.notice().isEmpty() ? later : later + ": " + planned.notice();
  }
}
