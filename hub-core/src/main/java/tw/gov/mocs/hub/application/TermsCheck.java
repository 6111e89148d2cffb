package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;

/** Whether what a reviewer grants was asked for, exists, and can be used. */
final class TermsCheck {

  private final List<String> faults = new ArrayList<>();
  private final ApplicationContent asked;
  private final AgencyCode agency;
  private final CatalogueSnapshot catalogue;

  private TermsCheck(ApplicationContent asked, AgencyCode agency, CatalogueSnapshot catalogue) {
    this.asked = asked;
    this.agency = agency;
    this.catalogue = catalogue;
  }

  /** Everything that is wrong with the terms. */
  static List<String> faults(
      Application application, GrantTerms terms, CatalogueSnapshot catalogue, LocalDate today) {
    TermsCheck check = new TermsCheck(application.content(), application.agencyCode(), catalogue);
    check.period(terms.period(), today);
    boolean web = application.content().method() == DeliveryMethod.WEB_SERVICE;
    if (web && terms.services().isEmpty()) {
      check.faults.add("no service is granted");
    }
    terms.services().values().forEach(granted -> check.service(granted, web));
    return List.copyOf(check.faults);
  }

  private void period(ServicePeriod granted, LocalDate today) {
    ServicePeriod wanted = asked.period();
    if (wanted == null || !wanted.contains(granted.from()) || !wanted.contains(granted.to())) {
      faults.add("the period is not within what was asked");
    }
    if (granted.to().isBefore(today)) {
      faults.add("the period has passed");
    }
  }

  private void service(ServiceGrant granted, boolean web) {
    String code = granted.service().value();
    Optional<ExchangeService> found = catalogue.find(granted.service());
    if (found.isEmpty()) {
      faults.add(code + " is not in the catalogue");
      return;
    }
    Optional<ServiceRequest> wanted = asked.find(granted.service());
    // A one-time file is asked for in words (特殊條件說明): the reviewer names what it may hold.
    if (web && wanted.isEmpty()) {
      faults.add(code + " was not asked for");
      return;
    }
    ExchangeService service = found.get();
    granted.fields().forEach((name, grant) -> field(service, wanted, name, grant));
    if (granted.fields().values().stream().noneMatch(FieldGrant::returned)) {
      faults.add(code + " returns no field");
    }
    granted
        .conditions()
        .forEach(
            condition ->
                ConditionCheck.fault(condition, service.table(), agency)
                    .ifPresent(fault -> faults.add(code + ": " + fault)));
    RequiredCriteria required = service.requiredCriteria();
    if (web && required != null && !granted.wholeTable() && !narrows(granted.fields(), required)) {
      faults.add(code + " cannot be called: none of its required criteria is searchable");
    }
  }

  private void field(
      ExchangeService service, Optional<ServiceRequest> wanted, String name, FieldGrant grant) {
    String place = service.code() + "." + name;
    Optional<Field> field = service.findField(name);
    if (field.isEmpty()) {
      faults.add(place + " is not offered");
      return;
    }
    if (grant.returned() && wanted.isPresent() && !wanted.get().fields().contains(name)) {
      faults.add(place + " was not asked for");
    }
    if (grant.searchable() && field.get().criterion() == null) {
      faults.add(place + " cannot be searched");
    }
  }

  private static boolean narrows(Map<String, FieldGrant> fields, RequiredCriteria required) {
    return fields.entrySet().stream()
        .filter(entry -> entry.getValue().searchable())
        .map(Map.Entry::getKey)
        .anyMatch(name -> required.anyOf().contains(name) || required.rangeField().equals(name));
  }
}
