package tw.gov.mocs.hub.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How many calls there were on one day.
 *
 * @param day in Taipei
 * @param services by the code of the service that was named; "" for those that named none
 * @param strangers how many were refused before it was known whose they were
 */
public record DayCalls(LocalDate day, Map<String, Calls> services, long strangers) {

  /** Copies the services. */
  public DayCalls {
    services = Map.copyOf(services);
  }

  /**
   * How calls ended.
   *
   * @param served answered
   * @param refused not answered, for a reason of the caller
   * @param failed not answered because the hub or its source could not ({@link
   *     tw.gov.mocs.hub.shared.ErrorCode#FAILURES})
   */
  public record Calls(long served, long refused, long failed) {

    static final Calls NONE = new Calls(0, 0, 0);

    /** Both together. */
    public Calls plus(Calls other) {
      return new Calls(served + other.served, refused + other.refused, failed + other.failed);
    }
  }

  /** Answered, of all services. */
  public long served() {
    return sum(Calls::served);
  }

  /** Refused, of all services; without strangers. */
  public long refused() {
    return sum(Calls::refused);
  }

  /** Failed, of all services. */
  public long failed() {
    return sum(Calls::failed);
  }

  private long sum(ToLongFunction<Calls> part) {
    return services.values().stream().mapToLong(part).sum();
  }
}
