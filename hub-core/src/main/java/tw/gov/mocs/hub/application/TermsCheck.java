package tw.gov.mocs.hub.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.TermsFault.Reason;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.RowSource;

/** Whether what a reviewer grants was asked for, exists, and can be used. */
final class TermsCheck {

  private final List<TermsFault> faults = new ArrayList<>();
  private final ApplicationContent asked;
  private final AgencyCode agency;
  private final CatalogueSnapshot catalogue;

  private TermsCheck(ApplicationContent asked, AgencyCode agency, CatalogueSnapshot catalogue) {
    this.asked = asked;
    this.agency = agency;
    this.catalogue = catalogue;
  }

  /** Everything that is wrong with the terms. */
  static List<TermsFault> faults(
      Application application, GrantTerms terms, CatalogueSnapshot catalogue, LocalDate today) {
    TermsCheck check = new TermsCheck(application.content(), application.agencyCode(), catalogue);
    check.period(terms.period(), today);
    boolean web = application.content().method() == DeliveryMethod.WEB_SERVICE;
    if (web && terms.services().isEmpty()) {
      check.add("services", Reason.NOTHING, "no service is granted");
    }
    Extract extract = terms.extract();
    if (web ? extract != null : !terms.services().isEmpty()) {
      check.add("services", Reason.WRONG_METHOD, "not what this kind of application asks for");
    } else if (!web) {
      check.extract(extract);
    }
    terms.services().values().forEach(granted -> check.service(granted, web));
    return List.copyOf(check.faults);
  }

  private void period(ServicePeriod granted, LocalDate today) {
    ServicePeriod wanted = asked.period();
    if (wanted == null || !wanted.contains(granted.from()) || !wanted.contains(granted.to())) {
      add("period", Reason.PERIOD_OUTSIDE, "the period is not within what was asked");
    }
    if (granted.to().isBefore(today)) {
      add("period", Reason.PERIOD_PAST, "the period has passed");
    }
  }

  private void add(String place, Reason reason, String text) {
    faults.add(new TermsFault(place, reason, text));
  }

  private void extract(@Nullable Extract extract) {
    if (extract == null || extract.tables().isEmpty()) {
      add("services", Reason.NOTHING, "the file holds nothing");
      return;
    }
    extract.tables().forEach(this::table);
  }

  private void table(ExtractTable part) {
    Optional<RowSource> found = catalogue.findRows(part.table());
    if (found.isEmpty()) {
      add(part.table(), Reason.UNKNOWN, part.table() + " is not in the catalogue");
      return;
    }
    RowSource source = found.get();
    if (part.fields().isEmpty()) {
      add(part.table(), Reason.NO_FIELD, part.table() + " returns no field");
    }
    for (String name : part.fields()) {
      if (source.findField(name).isEmpty()) {
        String place = part.table() + "." + name;
        add(place, Reason.NOT_OFFERED, place + " is not offered");
      }
    }
    if (!source.purposeRule().isMetBy(asked.purpose())) {
      add(part.table(), Reason.PURPOSE, part.table() + " needs a case number in the purpose");
    }
    conditions(part.table(), part.conditions(), source);
  }

  private void conditions(String place, List<RowCondition> conditions, RowSource source) {
    for (RowCondition condition : conditions) {
      ConditionCheck.fault(condition, source, agency)
          .ifPresent(
              fault ->
                  add(
                      place + "." + condition.field(),
                      fault.reason(),
                      place + ": " + fault.text()));
    }
  }

  private void service(ServiceGrant granted, boolean web) {
    String code = granted.service().value();
    Optional<ExchangeService> found = catalogue.find(granted.service());
    if (found.isEmpty()) {
      add(code, Reason.UNKNOWN, code + " is not in the catalogue");
      return;
    }
    Optional<ServiceRequest> wanted = asked.find(granted.service());
    // A one-time file is asked for in words (特殊條件說明): the reviewer names what it may hold.
    if (web && wanted.isEmpty()) {
      add(code, Reason.NOT_ASKED, code + " was not asked for");
      return;
    }
    ExchangeService service = found.get();
    granted.fields().forEach((name, grant) -> field(service, wanted, name, grant));
    if (granted.fields().values().stream().noneMatch(FieldGrant::returned)) {
      add(code, Reason.NO_FIELD, code + " returns no field");
    }
    conditions(code, granted.conditions(), RowSource.of(service));
    RequiredCriteria required = service.requiredCriteria();
    if (web && required != null && !granted.wholeTable() && !narrows(granted.fields(), required)) {
      add(
          code,
          Reason.UNCALLABLE,
          code + " cannot be called: none of its required criteria is searchable");
    }
  }

  private void field(
      ExchangeService service, Optional<ServiceRequest> wanted, String name, FieldGrant grant) {
    String place = service.code() + "." + name;
    Optional<Field> field = service.findField(name);
    if (field.isEmpty()) {
      add(place, Reason.NOT_OFFERED, place + " is not offered");
      return;
    }
    if (grant.returned() && wanted.isPresent() && !wanted.get().fields().contains(name)) {
      add(place, Reason.NOT_ASKED, place + " was not asked for");
    }
    if (grant.searchable() && field.get().criterion() == null) {
      add(place, Reason.NOT_SEARCHABLE, place + " cannot be searched");
    }
  }

  private static boolean narrows(Map<String, FieldGrant> fields, RequiredCriteria required) {
    return fields.entrySet().stream()
        .filter(entry -> entry.getValue().searchable())
        .map(Map.Entry::getKey)
        .anyMatch(name -> required.anyOf().contains(name) || required.rangeField().equals(name));
  }
}
