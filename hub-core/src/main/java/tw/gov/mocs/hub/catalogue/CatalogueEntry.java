package tw.gov.mocs.hub.catalogue;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/**
 * One table, field, code list or code, as texts: how a form shows it, a file holds it and the log
 * tells what was changed. Days are ROC dates, choices the names of their constants.
 */
public final class CatalogueEntry {

  /** What the log keeps of a state. */
  private static final int MOST_TOLD = 1_000;

  private final CatalogueSheet sheet;
  private final Map<CatalogueItem, String> values = new EnumMap<>(CatalogueItem.class);

  /** Takes the items of the sheet, without the blanks around them; what is missing is empty. */
  public CatalogueEntry(CatalogueSheet sheet, Map<CatalogueItem, String> values) {
    this.sheet = sheet;
    for (CatalogueItem item : sheet.items()) {
      this.values.put(item, plain(item, values.getOrDefault(item, "")));
    }
  }

  /** One form for a day and for a number, however it was typed. */
  private static String plain(CatalogueItem item, String typed) {
    String text = typed.replace("\r\n", "\n").strip();
    return switch (item) {
      case VALID_FROM, VALID_TO ->
          CatalogueTexts.readDay(text).map(CatalogueTexts::day).orElse(text);
      case LENGTH, SCALE, SORT_ORDER ->
          CatalogueTexts.number(text).map(String::valueOf).orElse(text);
      default -> text;
    };
  }

  /** What it is. */
  public CatalogueSheet sheet() {
    return sheet;
  }

  /** Its text; empty if it has none. */
  public String of(CatalogueItem item) {
    return values.getOrDefault(item, "");
  }

  /** Tells it apart from all others of its sheet. */
  public List<String> key() {
    return sheet.keys().stream().map(this::of).toList();
  }

  /** The same with other texts where there are some. */
  public CatalogueEntry with(Map<CatalogueItem, String> changed) {
    Map<CatalogueItem, String> all = new EnumMap<>(values);
    all.putAll(changed);
    return new CatalogueEntry(sheet, all);
  }

  /** In what it is another than the second. */
  public List<CatalogueItem> differing(CatalogueEntry other) {
    return sheet.items().stream().filter(item -> !of(item).equals(other.of(item))).toList();
  }

  /** Changes when a text does: whoever changes it says what he saw. */
  public String mark() {
    byte[] digest = Digests.sha256(values.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, 32);
  }

  /** These items for the log. */
  String told(List<CatalogueItem> items) {
    String told = items.stream().map(item -> item + "=" + of(item)).collect(joining("; "));
    return told.substring(0, Math.min(told.length(), MOST_TOLD));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CatalogueEntry entry
        && sheet == entry.sheet
        && values.equals(entry.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return sheet + " " + values;
  }
}
