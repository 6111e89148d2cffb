package tw.gov.mocs.hub.ws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.RocDate;

/** What an agency asks for and a reviewer grants, open to change. */
final class GrantDraft {

  private static final List<Cidr> LOOPBACK = List.of(new Cidr("127.0.0.0/8"), new Cidr("::1"));

  private final CatalogueSnapshot catalogue;
  private final List<ServiceGrant> services = new ArrayList<>();
  private final LocalDate today;
  private AgencyCode agency = Ministry.A;
  private ServicePeriod period;
  private List<Cidr> addresses = LOOPBACK;
  private Quota quota = Quota.DEFAULT;

  GrantDraft(CatalogueSnapshot catalogue, Instant now) {
    this.catalogue = catalogue;
    this.today = RocDate.dayOf(now);
    this.period = new ServicePeriod(today, today.plusYears(1));
  }

  AgencyCode agency() {
    return agency;
  }

  GrantDraft agency(AgencyCode code) {
    agency = code;
    return this;
  }

  /** Days from today on. */
  GrantDraft days(int first, int last) {
    period = new ServicePeriod(today.plusDays(first), today.plusDays(last));
    return this;
  }

  GrantDraft from(String cidr) {
    addresses = List.of(new Cidr(cidr));
    return this;
  }

  GrantDraft quota(int calls, long rows) {
    quota = new Quota(calls, rows);
    return this;
  }

  /** One service with all its fields, but for those that are not returned or not searched. */
  GrantDraft service(String code, Set<String> notReturned, Set<String> notSearched) {
    ExchangeService service = catalogue.find(new ServiceCode(code)).orElseThrow();
    Map<String, FieldGrant> fields = new HashMap<>();
    for (Field field : service.fields()) {
      String name = field.xmlName();
      boolean returned = !notReturned.contains(name);
      boolean searched = field.criterion() != null && !notSearched.contains(name);
      if (returned || searched) {
        fields.put(name, new FieldGrant(returned, searched));
      }
    }
    services.add(new ServiceGrant(service.code(), fields, List.of(), false));
    return this;
  }

  GrantDraft service(String code) {
    return service(code, Set.of(), Set.of());
  }

  GrantDraft everyService() {
    catalogue.services().keySet().forEach(code -> service(code.value()));
    return this;
  }

  ApplicationContent content() {
    return new ApplicationContent(
        "聯絡人",
        "02-8236-6666",
        "test@example.gov.tw",
        period,
        "查驗本機關人員之銓審資料",
        "公務人員任用法",
        "人事管理",
        new ConnectingSystem("系統", "Linux", "Java 17", "H2", "localhost", LOOPBACK),
        Set.of(Audience.AGENCY_INTERNAL),
        DeliveryMethod.WEB_SERVICE,
        "",
        services.stream().map(s -> ServiceRequest.whole(s.service(), "辦理審查所必需")).toList());
  }

  GrantTerms terms() {
    return GrantTerms.of(period, addresses, quota, services);
  }
}
