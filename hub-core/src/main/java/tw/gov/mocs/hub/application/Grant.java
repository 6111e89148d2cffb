package tw.gov.mocs.hub.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * 授權: what the review of an application granted.
 *
 * @param id key in the database
 * @param applicationNo 申請案號
 * @param agencyId whose it is
 * @param agencyCode the same agency's code
 * @param status as stored; a grant past its period counts as EXPIRED whatever stands here
 * @param version grows with each change
 * @param period 服務使用起迄
 * @param addresses whence it may be used; from anywhere when empty
 * @param quota per Taipei day
 * @param services by service code
 * @param extract what its file shall hold; null for a web service
 */
public record Grant(
    long id,
    ApplicationNumber applicationNo,
    long agencyId,
    AgencyCode agencyCode,
    GrantStatus status,
    int version,
    ServicePeriod period,
    List<Cidr> addresses,
    Quota quota,
    Map<ServiceCode, ServiceGrant> services,
    @Nullable Extract extract) {

  /** Copies the collections. */
  public Grant {
    addresses = List.copyOf(addresses);
    services = Map.copyOf(services);
  }

  /** Of a web service. */
  public Grant(
      long id,
      ApplicationNumber applicationNo,
      long agencyId,
      AgencyCode agencyCode,
      GrantStatus status,
      int version,
      ServicePeriod period,
      List<Cidr> addresses,
      Quota quota,
      Map<ServiceCode, ServiceGrant> services) {
    this(
        id,
        applicationNo,
        agencyId,
        agencyCode,
        status,
        version,
        period,
        addresses,
        quota,
        services,
        null);
  }

  /** What it says of a service. */
  public Optional<ServiceGrant> find(ServiceCode service) {
    return Optional.ofNullable(services.get(service));
  }
}
