package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.SavedDraft;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;

/**
 * The inputs of a draft as they were typed, so that nothing is lost on the way through its pages.
 */
record Typed(Map<String, List<String>> values) {

  /** What belongs to a page and not to the draft. */
  private static final Set<String> OF_PAGE = Set.of("_csrf", "step", "unjoin", "reason");

  /** Where it is saved, which is no part of what was typed. */
  private static final String KEY = "draft";

  private static final String SAVED = "saved";

  private static final Pattern JOIN = Pattern.compile("(?:key|from)-([0-9]{1,2})");

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

  /** Of a new service of this table. */
  static Typed of(String table) {
    return new Typed(Map.of("version", List.of("0"), "table", List.of(table)));
  }

  /** What was saved. */
  static Typed of(SavedDraft saved) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : saved.inputs().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new Typed(values).savedAs(saved.key(), saved.version());
  }

  /** What can be saved. */
  ServiceDrafts.Content content() {
    String inputs =
        String.join(
            "&",
            hidden().stream()
                .filter(one -> !one.getKey().equals(KEY) && !one.getKey().equals(SAVED))
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .toList());
    return new ServiceDrafts.Content(text("code"), text("name"), text("table"), version(), inputs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Where it is saved, or would be. */
  String key() {
    return text(KEY);
  }

  /** Where it is saved, as somebody looked at it. */
  ServiceDrafts.Seen seen() {
    return new ServiceDrafts.Seen(key(), number(SAVED));
  }

  /** The same, saved so often. */
  Typed savedAs(String key, int version) {
    return with(KEY, key).with(SAVED, String.valueOf(version));
  }

  /** The same with a place where it can be saved. */
  Typed savable() {
    return SavedDraft.isKey(key()) ? this : savedAs(UUID.randomUUID().toString(), 0);
  }

  /** The same over another version. */
  Typed over(int version) {
    return with("version", String.valueOf(version));
  }

  private Typed with(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.put(name, List.of(value));
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

  /** Whether the service calls a field otherwise than its table does. */
  public boolean isDescribed(String field) {
    return Stream.of("label-", "labelEn-", "describe-")
        .anyMatch(input -> !text(input + field).isEmpty());
  }

  /** Every value but the version, for the pages between, each with its name. */
  public List<Map.Entry<String, String>> hidden() {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    values.forEach((name, texts) -> texts.forEach(text -> all.add(Map.entry(name, text))));
    return all;
  }

  /** The places of joins, chosen or still empty. */
  public List<Integer> places() {
    return values.keySet().stream()
        .map(JOIN::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.valueOf(name.group(1)))
        .distinct()
        .sorted()
        .toList();
  }

  /** The same with room for one join more. */
  Typed joining() {
    List<Integer> places = places();
    int next = places.isEmpty() ? 0 : places.get(places.size() - 1) + 1;
    return with("key-" + next, "").with("from-" + next, "");
  }

  /** The same without a join, and without what was said of the fields of its table. */
  Typed withoutJoin(String place) {
    String[] key = split(text("key-" + place));
    String prefix = key == null ? null : key[0] + ".";
    Map<String, List<String>> all = new LinkedHashMap<>();
    values.forEach(
        (name, texts) -> {
          if (name.equals("key-" + place) || name.equals("from-" + place)) {
            return;
          }
          if (prefix == null || JOIN.matcher(name).matches()) {
            all.put(name, texts);
          } else if (!name.substring(name.indexOf('-') + 1).startsWith(prefix)) {
            all.put(name, texts.stream().filter(text -> !text.startsWith(prefix)).toList());
          }
        });
    return new Typed(all);
  }

  /** The version that somebody looked at; 0 for a new service, or what is no number. */
  int version() {
    return number("version");
  }

  private int number(String name) {
    String number = text(name);
    return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
  }

  /** A table and a column of it, typed as one; null for nothing. */
  static String @Nullable [] split(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 1 ? null : new String[] {text.substring(0, dot), text.substring(dot + 1)};
  }

  /** The element name of a field as a draft names it. */
  static String element(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
