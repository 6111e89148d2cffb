package tw.gov.mocs.hub.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * What a reviewer grants.
 *
 * @param period within what was asked
 * @param addresses whence it may be used; from anywhere when empty
 * @param quota per Taipei day
 * @param services what was granted of each; one that is absent was not
 */
public record GrantTerms(
    ServicePeriod period,
    List<Cidr> addresses,
    Quota quota,
    Map<ServiceCode, ServiceGrant> services) {

  /** Copies the collections. */
  public GrantTerms {
    addresses = List.copyOf(addresses);
    services = Map.copyOf(services);
  }

  /** The same from a list of services. */
  public static GrantTerms of(
      ServicePeriod period, List<Cidr> addresses, Quota quota, List<ServiceGrant> services) {
    Map<ServiceCode, ServiceGrant> byCode = new HashMap<>();
    services.forEach(service -> byCode.put(service.service(), service));
    return new GrantTerms(period, addresses, quota, byCode);
  }
}
