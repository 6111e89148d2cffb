package tw.gov.mocs.hub.exchange;

import java.net.InetAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Whether a grant may be used at all, by this agency, now and from here. */
final class GrantRules {

  private GrantRules() {}

  static Grant requireUsable(@Nullable Grant grant, long agencyId) {
    // One code for unknown and foreign numbers, whatever their state: who guesses learns nothing.
    if (grant == null) {
      throw new HubException(ErrorCode.APPLICATION_NOT_USABLE, "there is no such grant");
    }
    if (grant.agencyId() != agencyId) {
      throw new HubException(
          ErrorCode.APPLICATION_NOT_USABLE, "the application is of agency " + grant.agencyCode());
    }
    if (!grant.applicationNo().value().startsWith(DeliveryMethod.WEB_SERVICE.prefix())) {
      throw new HubException(
          ErrorCode.APPLICATION_NOT_USABLE, "the application is for one-time files");
    }
    if (grant.status() == GrantStatus.SUSPENDED) {
      throw new HubException(ErrorCode.GRANT_SUSPENDED, "the grant is suspended");
    }
    if (grant.status() == GrantStatus.REVOKED) {
      throw new HubException(ErrorCode.GRANT_REVOKED, "the grant is revoked");
    }
    return grant;
  }

  static ExchangeService requireOpen(@Nullable ExchangeService service, ServiceCode asked) {
    if (service == null) {
      throw new HubException(ErrorCode.OPERATION_UNKNOWN, "no service " + asked);
    }
    if (service.status() == ServiceStatus.CLOSED) {
      throw new HubException(
          ErrorCode.SERVICE_CLOSED,
          "service " + asked + " is closed",
          asked.value(),
          service.notice());
    }
    return service;
  }

  static ServiceGrant requireGranted(Grant grant, ExchangeService service) {
    return grant
        .find(service.code())
        .orElseThrow(
            () ->
                new HubException(
                    ErrorCode.SERVICE_NOT_GRANTED,
                    "the grant does not name " + service.code(),
                    service.code().value()));
  }

  static void requirePeriod(Grant grant, LocalDate day) {
    if (grant.status() == GrantStatus.EXPIRED || !grant.period().contains(day)) {
      throw new HubException(
          ErrorCode.GRANT_NOT_IN_PERIOD,
          "%s is outside %s".formatted(day, grant.period()),
          grant.period().from().toString(),
          grant.period().to().toString());
    }
  }

  static void requireAddress(Grant grant, InetAddress address) {
    if (!allows(grant, address)) {
      throw new HubException(
          ErrorCode.ADDRESS_NOT_ALLOWED, address.getHostAddress() + " is in none of the blocks");
    }
  }

  /** Whether calls may come from there; from everywhere if no address was asked for. */
  static boolean allows(Grant grant, InetAddress address) {
    return grant.addresses().isEmpty()
        || grant.addresses().stream().anyMatch(block -> block.contains(address));
  }
}
