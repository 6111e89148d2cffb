package tw.gov.mocs.hub.web.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.web.apply.Reading.Unreadable;

/** 步驟五B：選擇資料交換需求. What no page of ours offers is not read at all. */
@Component
final class ServiceAnswers implements StepAnswers {

  private static final String CHOSEN = "services";

  private final Catalogue catalogue;

  ServiceAnswers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public WizardStep step() {
    return WizardStep.REQUEST;
  }

  @Override
  public String view() {
    return "apply/services";
  }

  @Override
  public List<String> inputs() {
    List<String> all = new ArrayList<>(List.of(CHOSEN));
    for (ServiceCode code : catalogue.current().offer()) {
      all.add("service-" + code);
    }
    for (ServiceCode code : catalogue.current().offer()) {
      all.addAll(List.of("fields-" + code, "justification-" + code));
    }
    return all;
  }

  @Override
  public Typed kept(ApplicationContent content) {
    Typed typed =
        new Typed()
            .put(CHOSEN, content.services().stream().map(one -> one.service().value()).toList());
    for (ServiceRequest asked : content.services()) {
      boolean whole = asked.fields().isEmpty();
      List<String> offered = names(catalogue.current().find(asked.service()));
      typed.put("fields-" + asked.service(), whole ? offered : asked.fields());
      typed.put("justification-" + asked.service(), asked.justification());
    }
    return typed;
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    List<ServiceRequest> requests = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (ServiceCode code : shown(before)) {
      if (typed.has(CHOSEN, code.value())) {
        Optional<ServiceRequest> asked = before.find(code);
        List<String> fields = fields(typed, code, asked);
        String justification = typed.text("justification-" + code);
        if (!fields.isEmpty()) {
          List<String> all = names(catalogue.current().find(code));
          requests.add(
              new ServiceRequest(code, fields.equals(all) ? List.of() : fields, justification));
        } else {
          // An empty list would mean all of them.
          unreadable.add(new Unreadable("fields-" + code, "apply.fields.none", code.value()));
          asked.ifPresent(requests::add);
        }
      }
    }
    return new Reading(ContentWith.services(before, requests), unreadable);
  }

  @Override
  public Set<String> silences(String input) {
    // Without a field there is nothing to give a reason for.
    return Set.of(input, CHOSEN, input.replaceFirst("^fields-", "justification-"));
  }

  /** The services of the page: those on offer, and those of the draft that no longer are. */
  Set<ServiceCode> shown(ApplicationContent content) {
    Set<ServiceCode> all = new LinkedHashSet<>(catalogue.current().offer());
    content.services().forEach(asked -> all.add(asked.service()));
    return all;
  }

  /** The services of the page, with what is chosen of each. */
  List<ServiceChoice> choices(Typed typed, ApplicationContent content) {
    CatalogueSnapshot current = catalogue.current();
    return shown(content).stream()
        .map(code -> ServiceChoice.of(code, current.find(code), typed, content.find(code)))
        .toList();
  }

  private List<String> fields(Typed typed, ServiceCode code, Optional<ServiceRequest> asked) {
    Stream<String> gone = asked.stream().flatMap(one -> one.fields().stream());
    return Stream.concat(names(catalogue.current().find(code)).stream(), gone)
        .distinct()
        .filter(name -> typed.has("fields-" + code, name))
        .toList();
  }

  private static List<String> names(Optional<ExchangeService> service) {
    return service.stream().flatMap(found -> found.fields().stream()).map(Field::xmlName).toList();
  }
}
