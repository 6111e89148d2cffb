package tw.gov.mocs.hub.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * What a reviewer grants.
 *
 * @param period within what was asked
 * @param addresses whence it may be used; from anywhere when empty
 * @param quota per Taipei day
 * @param services what was granted of each; one that is absent was not
 * @param extract what a one-time file shall hold; null for a web service
 */
public record GrantTerms(
    ServicePeriod period,
    List<Cidr> addresses,
    Quota quota,
    Map<ServiceCode, ServiceGrant> services,
    @Nullable Extract extract) {

  /** Copies the collections. */
  public GrantTerms {
    addresses = List.copyOf(addresses);
    services = Map.copyOf(services);
  }

  /** Of a web service. */
  public GrantTerms(
      ServicePeriod period,
      List<Cidr> addresses,
      Quota quota,
      Map<ServiceCode, ServiceGrant> services) {
    this(period, addresses, quota, services, null);
  }

  /** Of a one-time file. */
  public static GrantTerms of(ServicePeriod period, Quota quota, Extract extract) {
    return new GrantTerms(period, List.of(), quota, Map.of(), extract);
  }

  /** The same from a list of services. */
  public static GrantTerms of(
      ServicePeriod period, List<Cidr> addresses, Quota quota, List<ServiceGrant> services) {
    Map<ServiceCode, ServiceGrant> byCode = new HashMap<>();
    services.forEach(service -> byCode.put(service.service(), service));
    return new GrantTerms(period, addresses, quota, byCode);
  }
}
