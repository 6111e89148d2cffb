package tw.gov.mocs.hub.catalogue;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.RocDate;

/** The things of the catalogue as texts, and such texts read again. */
public final class CatalogueTexts {

  /** How the portal can mask a value; without one it hides by the class. */
  public static final List<String> MASKS = List.of("identifier", "name");

  private CatalogueTexts() {}

  /** A table. */
  public static CatalogueEntry of(ExchangeTable table) {
    Map<CatalogueItem, String> all = new EnumMap<>(CatalogueItem.class);
    all.put(CatalogueItem.TABLE, table.name());
    all.put(CatalogueItem.LABEL, table.label());
    all.put(CatalogueItem.LABEL_EN, table.labelEn());
    all.put(CatalogueItem.SUBJECT_COLUMN, text(table.subjectColumn()));
    all.put(CatalogueItem.PAGING_KEY, table.pagingKey());
    return new CatalogueEntry(CatalogueSheet.TABLES, all);
  }

  /** A field of a table. */
  public static CatalogueEntry of(ExchangeTable table, Field field) {
    Map<CatalogueItem, String> all = new EnumMap<>(CatalogueItem.class);
    all.put(CatalogueItem.TABLE, table.name());
    all.put(CatalogueItem.ELEMENT, field.xmlName());
    all.put(CatalogueItem.COLUMN, field.columnName());
    all.put(CatalogueItem.LABEL, field.label());
    all.put(CatalogueItem.LABEL_EN, field.labelEn());
    all.put(CatalogueItem.TYPE, field.type().name());
    all.put(CatalogueItem.LENGTH, text(field.length()));
    all.put(CatalogueItem.SCALE, text(field.scale()));
    all.put(CatalogueItem.CODE_LIST, text(field.codeType()));
    all.put(CatalogueItem.CRITERION, text(field.criterion()));
    all.put(CatalogueItem.DATA_CLASS, field.dataClass().name());
    all.put(CatalogueItem.MASK, text(field.mask()));
    all.put(CatalogueItem.DESCRIPTION, text(field.description()));
    return new CatalogueEntry(CatalogueSheet.FIELDS, all);
  }

  /** A code list. */
  public static CatalogueEntry of(CodeList list) {
    Map<CatalogueItem, String> all = new EnumMap<>(CatalogueItem.class);
    all.put(CatalogueItem.CODE_LIST, list.codeType());
    all.put(CatalogueItem.LABEL, list.label());
    all.put(CatalogueItem.LABEL_EN, list.labelEn());
    return new CatalogueEntry(CatalogueSheet.LISTS, all);
  }

  /** A code of a list. */
  public static CatalogueEntry of(String codeType, CodeList.Entry code) {
    Map<CatalogueItem, String> all = new EnumMap<>(CatalogueItem.class);
    all.put(CatalogueItem.CODE_LIST, codeType);
    all.put(CatalogueItem.CODE, code.code());
    all.put(CatalogueItem.NAME, code.name());
    all.put(CatalogueItem.NAME_EN, text(code.nameEn()));
    all.put(CatalogueItem.PARENT, text(code.parentCode()));
    all.put(CatalogueItem.SORT_ORDER, String.valueOf(code.sortOrder()));
    all.put(CatalogueItem.VALID_FROM, day(code.validFrom()));
    all.put(CatalogueItem.VALID_TO, code.validTo() == null ? "" : day(code.validTo()));
    return new CatalogueEntry(CatalogueSheet.CODES, all);
  }

  static ExchangeTable table(ExchangeTable before, CatalogueEntry entry) {
    return new ExchangeTable(
        before.name(),
        before.schema(),
        entry.of(CatalogueItem.LABEL),
        entry.of(CatalogueItem.LABEL_EN),
        orNull(entry.of(CatalogueItem.SUBJECT_COLUMN)),
        entry.of(CatalogueItem.PAGING_KEY),
        before.fields());
  }

  static Field field(Field before, CatalogueEntry entry) {
    String criterion = entry.of(CatalogueItem.CRITERION);
    return new Field(
        before.ordinal(),
        before.columnName(),
        before.xmlName(),
        entry.of(CatalogueItem.LABEL),
        entry.of(CatalogueItem.LABEL_EN),
        FieldType.valueOf(entry.of(CatalogueItem.TYPE)),
        number(entry.of(CatalogueItem.LENGTH)).orElse(null),
        number(entry.of(CatalogueItem.SCALE)).orElse(null),
        orNull(entry.of(CatalogueItem.CODE_LIST)),
        before.required(),
        criterion.isEmpty() ? null : CriterionKind.valueOf(criterion),
        DataClass.valueOf(entry.of(CatalogueItem.DATA_CLASS)),
        orNull(entry.of(CatalogueItem.MASK)),
        orNull(entry.of(CatalogueItem.DESCRIPTION)));
  }

  static CodeList.Entry code(CatalogueEntry entry) {
    return new CodeList.Entry(
        entry.of(CatalogueItem.CODE),
        entry.of(CatalogueItem.NAME),
        orNull(entry.of(CatalogueItem.NAME_EN)),
        orNull(entry.of(CatalogueItem.PARENT)),
        number(entry.of(CatalogueItem.SORT_ORDER)).orElseThrow(),
        readDay(entry.of(CatalogueItem.VALID_FROM)).orElseThrow(),
        readDay(entry.of(CatalogueItem.VALID_TO)).orElse(null));
  }

  /** A day as a ROC date; one before ROC 1 as ISO writes it. */
  public static String day(LocalDate day) {
    return day.getYear() < 1912 ? day.toString() : new RocDate(day).toString();
  }

  /** Reads a ROC date, also with dots or hyphens, or a day as ISO writes it. */
  public static Optional<LocalDate> readDay(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(text));
      }
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(RocDate.parse(text.replace('.', '/').replace('-', '/')).day());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Integer> number(String typed) {
    return typed.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
