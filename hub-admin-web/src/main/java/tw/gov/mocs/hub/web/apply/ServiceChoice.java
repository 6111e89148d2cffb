package tw.gov.mocs.hub.web.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/**
 * A service in the table of step five.
 *
 * @param code 服務代碼
 * @param service what it is; null for one that is gone
 * @param open whether it can be applied for now
 * @param chosen whether it is
 * @param fields what it offers, and what was chosen before and is gone
 * @param justification why restricted fields are needed
 */
public record ServiceChoice(
    String code,
    @Nullable ExchangeService service,
    boolean open,
    boolean chosen,
    List<FieldChoice> fields,
    String justification) {

  /**
   * One of its fields.
   *
   * @param name of its element
   * @param field what it is; null for one that is gone
   * @param chosen whether it is asked for
   */
  public record FieldChoice(String name, @Nullable Field field, boolean chosen) {

    /** Whether it needs a justification. */
    public boolean restricted() {
      return field != null && field.dataClass() == DataClass.RESTRICTED;
    }
  }

  static ServiceChoice of(
      ServiceCode code,
      Optional<ExchangeService> found,
      Typed typed,
      Optional<ServiceRequest> asked) {
    String group = "fields-" + code;
    boolean chosen = typed.has("services", code.value());
    // All, until somebody chose.
    boolean all = !chosen && typed.all(group).isEmpty();
    List<FieldChoice> fields = new ArrayList<>();
    List<Field> offered = found.map(ExchangeService::fields).orElse(List.of());
    offered.forEach(
        field ->
            fields.add(
                new FieldChoice(field.xmlName(), field, all || typed.has(group, field.xmlName()))));
    asked.stream()
        .flatMap(one -> one.fields().stream())
        .filter(name -> offered.stream().noneMatch(field -> field.xmlName().equals(name)))
        .forEach(name -> fields.add(new FieldChoice(name, null, typed.has(group, name))));
    return new ServiceChoice(
        code.value(),
        found.orElse(null),
        found.map(service -> service.status() == ServiceStatus.OPEN).orElse(false),
        chosen,
        fields,
        typed.text("justification-" + code));
  }

  /** How many of its fields are chosen. */
  public long count() {
    return fields.stream().filter(FieldChoice::chosen).count();
  }

  /** Whether it has fields that need a justification. */
  public boolean restricted() {
    return fields.stream().anyMatch(FieldChoice::restricted);
  }
}
