package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;

/** The inputs of a form for one entry of the catalogue. */
@Component
final class Inputs {

  private final RegistryTexts texts;

  Inputs(RegistryTexts texts) {
    this.texts = texts;
  }

  /** How an item is typed. */
  enum Kind {
    /** Not at all. */
    FIXED,
    TEXT,
    AREA,
    DAY,
    CHOICE
  }

  /** One of the values to choose. */
  record Choice(String value, String text) {}

  /**
   * One input.
   *
   * @param id of the input, and its name
   * @param hint null without one
   * @param value as typed
   * @param choices of a choice; the first is none where there need not be one
   */
  record Input(
      CatalogueItem item,
      Kind kind,
      String id,
      String label,
      @Nullable String hint,
      String value,
      List<Choice> choices,
      boolean required) {}

  /** What of a sheet was typed; items without an input are left out. */
  static Map<CatalogueItem, String> typed(CatalogueSheet sheet, HttpServletRequest request) {
    Map<CatalogueItem, String> typed = new EnumMap<>(CatalogueItem.class);
    for (CatalogueItem item : sheet.items()) {
      String text = request.getParameter(RegistryTexts.input(item));
      if (text != null) {
        typed.put(item, text);
      }
    }
    return typed;
  }

  /** The inputs for an entry; of one that is there already the keys are fixed. */
  List<Input> of(
      CatalogueEntry entry, boolean present, CatalogueSnapshot catalogue, Locale locale) {
    return entry.sheet().items().stream()
        .map(item -> input(item, entry, present, catalogue, locale))
        .toList();
  }

  private Input input(
      CatalogueItem item,
      CatalogueEntry entry,
      boolean present,
      CatalogueSnapshot catalogue,
      Locale locale) {
    boolean required = entry.sheet().requires(item);
    List<Choice> choices = choices(item, entry, required, catalogue, locale);
    return new Input(
        item,
        kind(item, entry.sheet(), present, choices),
        RegistryTexts.input(item),
        texts.item(item, locale),
        texts.hint(item, entry.sheet(), locale),
        entry.of(item),
        choices,
        required);
  }

  private static Kind kind(
      CatalogueItem item, CatalogueSheet sheet, boolean present, List<Choice> choices) {
    boolean key = sheet.keys().contains(item) && item != CatalogueItem.VALID_FROM;
    // A code is added to the list that the page is about.
    boolean ofPage = sheet == CatalogueSheet.CODES && item == CatalogueItem.CODE_LIST;
    if ((key && present) || ofPage || item == CatalogueItem.COLUMN) {
      return Kind.FIXED;
    }
    return switch (item) {
      case DESCRIPTION -> Kind.AREA;
      case VALID_FROM, VALID_TO -> Kind.DAY;
      default -> choices.isEmpty() ? Kind.TEXT : Kind.CHOICE;
    };
  }

  private List<Choice> choices(
      CatalogueItem item,
      CatalogueEntry entry,
      boolean required,
      CatalogueSnapshot catalogue,
      Locale locale) {
    Stream<Choice> choices =
        switch (item) {
          case TYPE, CRITERION, DATA_CLASS, MASK ->
              texts.constants(item).stream()
                  .map(value -> new Choice(value, texts.constant(item, value, locale)));
          case CODE_LIST ->
              entry.sheet() == CatalogueSheet.FIELDS
                  ? catalogue.codeLists().values().stream()
                      .map(
                          list -> new Choice(list.codeType(), list.codeType() + " " + list.label()))
                  : Stream.empty();
          case SUBJECT_COLUMN, PAGING_KEY ->
              Stream.ofNullable(catalogue.tables().get(entry.of(CatalogueItem.TABLE)))
                  .map(ExchangeTable::fields)
                  .flatMap(List::stream)
                  .map(Field::columnName)
                  .distinct()
                  .map(column -> new Choice(column, column));
          default -> Stream.empty();
        };
    List<Choice> some = new ArrayList<>(choices.toList());
    if (some.isEmpty()) {
      return some;
    }
    if (!required) {
      some.add(0, new Choice("", texts.text("registry.none", locale)));
    }
    // What stands there is never lost because it could not be chosen.
    String value = entry.of(item);
    if (some.stream().noneMatch(one -> one.value().equals(value))) {
      some.add(0, new Choice(value, value));
    }
    return some;
  }
}
