package tw.gov.mocs.hub.web.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** What a published service says, as if it had been typed. */
final class TypedVersion {

  private TypedVersion() {}

  static Typed of(ExchangeService service, RocFormat roc) {
    return of(ServiceDraft.of(service), service.version(), roc);
  }

  private static Typed of(ServiceDraft draft, int version, RocFormat roc) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("version", List.of(String.valueOf(version)));
    values.put("code", List.of(draft.code().value()));
    values.put("name", List.of(draft.name()));
    values.put("nameEn", List.of(draft.nameEn()));
    values.put("category", List.of(draft.category().name()));
    values.put("categoryEn", List.of(draft.category().nameEn()));
    values.put("description", List.of(draft.description()));
    values.put("descriptionEn", List.of(draft.descriptionEn()));
    values.put("table", List.of(draft.table()));
    values.put("pagingKey", List.of(draft.pagingKey()));
    for (int i = 0; i < draft.joins().size(); i++) {
      ServiceDraft.Join join = draft.joins().get(i);
      values.put("key-" + i, List.of(join.table() + "." + join.keyColumn()));
      values.put("from-" + i, List.of(join.fromTable() + "." + join.fromColumn()));
    }
    fields(draft, values, roc);
    if (draft.requiredCriteria() != null) {
      values.put("anyOf", named(draft, draft.requiredCriteria().anyOf()));
      values.put("rangeField", List.of(draft.requiredCriteria().rangeField()));
      values.put("rangeDays", List.of(String.valueOf(draft.requiredCriteria().rangeDays())));
    }
    values.put("purpose", List.of(draft.purposeRule().name()));
    values.put("keep", draft.keepRequest() ? List.of("yes") : List.of());
    values.put("encrypt", draft.encryptAnswer() ? List.of("yes") : List.of());
    return new Typed(values);
  }

  private static void fields(ServiceDraft draft, Map<String, List<String>> values, RocFormat roc) {
    values.put("field", draft.fields());
    values.put("row", draft.fields());
    values.put(
        "search",
        draft.fields().stream().filter(name -> !draft.unsearchable().contains(name)).toList());
    draft.ends().forEach((name, day) -> values.put("end-" + name, List.of(roc.day(day))));
    draft
        .texts()
        .forEach(
            (name, texts) -> {
              values.put("label-" + name, List.of(texts.label()));
              values.put("labelEn-" + name, List.of(texts.labelEn()));
              values.put("describe-" + name, List.of(texts.description()));
            });
  }

  /** Fields by their element names, named as the draft names them. */
  private static List<String> named(ServiceDraft draft, List<String> elements) {
    return elements.stream()
        .map(
            element ->
                draft.fields().stream()
                    .filter(name -> Typed.element(name).equals(element))
                    .findFirst()
                    .orElse(element))
        .toList();
  }
}
