package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.web.layout.RocFormat;

/**
 * The inputs of a draft as they were typed, so that nothing is lost on the way through its pages.
 */
record Typed(Map<String, List<String>> values) {

  /** So many tables can be joined. */
  static final int JOINS = 4;

  /** What belongs to a page and not to the draft. */
  private static final Set<String> OF_PAGE = Set.of("_csrf", "step", "reason");

  static Typed of(HttpServletRequest request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, texts) -> {
              if (!OF_PAGE.contains(name)) {
                values.put(name, Arrays.asList(texts));
              }
            });
    return new Typed(values);
  }

  /** What a draft says, as if it had been typed. */
  static Typed of(ServiceDraft draft, int version, RocFormat roc) {
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
    for (int i = 0; i < draft.joins().size(); i++) {
      ServiceDraft.Join join = draft.joins().get(i);
      values.put("key-" + i, List.of(join.table() + "." + join.keyColumn()));
      values.put("from-" + i, List.of(join.fromTable() + "." + join.fromColumn()));
    }
    values.put("field", draft.fields());
    values.put("row", draft.fields());
    values.put(
        "search",
        draft.fields().stream().filter(name -> !draft.unsearchable().contains(name)).toList());
    draft.ends().forEach((name, day) -> values.put("end-" + name, List.of(roc.day(day))));
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

  /** Fields by their element names, named as the draft names them. */
  private static List<String> named(ServiceDraft draft, List<String> elements) {
    return elements.stream()
        .map(
            element ->
                draft.fields().stream()
                    .filter(name -> element(name).equals(element))
                    .findFirst()
                    .orElse(element))
        .toList();
  }

  /** The element name of a field as a draft names it. */
  static String element(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The inputs of a published service. */
  static Typed of(ExchangeService service, RocFormat roc) {
    return of(ServiceDraft.of(service), service.version(), roc);
  }

  /** Of a new service of this table. */
  static Typed of(String table) {
    return new Typed(Map.of("version", List.of("0"), "table", List.of(table)));
  }

  /** The same over another version. */
  Typed over(int version) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.put("version", List.of(String.valueOf(version)));
    return new Typed(all);
  }

  /** A text without its blank ends; empty if nothing was typed. */
  public String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0).replace("\r\n", "\n").strip();
  }

  /** All values of this name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether something is ticked. */
  public boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /** Whether a field may be searched: it is offered, and ticked or not shown yet. */
  public boolean isSearched(String field) {
    return has("field", field) && (has("search", field) || !has("row", field));
  }

  /** Every value but the version, for the pages between, each with its name. */
  public List<Map.Entry<String, String>> hidden() {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    values.forEach((name, texts) -> texts.forEach(text -> all.add(Map.entry(name, text))));
    return all;
  }

  /** Whether a further table is chosen, or half of it. */
  public boolean isJoined() {
    return places().stream().anyMatch(at -> !(text("key-" + at) + text("from-" + at)).isEmpty());
  }

  /** The places of joins. */
  public List<Integer> places() {
    return IntStream.range(0, JOINS).boxed().toList();
  }

  /** The version that somebody looked at; 0 for a new service, or what is no number. */
  int version() {
    String version = text("version");
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
  }

  /** A table and a column of it, typed as one; null for nothing. */
  static String @Nullable [] split(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 1 ? null : new String[] {text.substring(0, dot), text.substring(dot + 1)};
  }
}
