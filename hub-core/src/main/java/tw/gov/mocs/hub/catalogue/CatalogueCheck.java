package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueFault.Kind;
import tw.gov.mocs.hub.shared.IdentityForms;

/** What is wrong with an entry that somebody typed or sent, against the catalogue of now. */
final class CatalogueCheck {

  private static final Pattern CODE_LIST = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,10}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final CatalogueUse use;
  private final CatalogueSnapshot now;
  private final List<CatalogueFault> faults = new ArrayList<>();

  private CatalogueCheck(CatalogueUse use) {
    this.use = use;
    this.now = use.catalogue();
  }

  /**
   * Checks an entry.
   *
   * @param before as it stands; null for a new one
   */
  static List<CatalogueFault> faults(
      @Nullable CatalogueEntry before, CatalogueEntry after, CatalogueUse use) {
    CatalogueCheck check = new CatalogueCheck(use);
    check.texts(after);
    if (before == null && !after.sheet().takesNew()) {
      check.add(after.sheet().keys().get(after.sheet().keys().size() - 1), Kind.UNKNOWN);
    }
    switch (after.sheet()) {
      case LISTS -> check.form(after, CatalogueItem.CODE_LIST, CODE_LIST);
      case CODES -> check.codeForms(after);
      default -> {}
    }
    // What cannot be read at all says nothing of the rest.
    if (check.faults.isEmpty()) {
      switch (after.sheet()) {
        case TABLES -> check.table(before, after);
        case FIELDS -> check.field(before, after);
        case CODES -> check.code(before, after);
        case LISTS -> {}
      }
    }
    return List.copyOf(check.faults);
  }

  private void texts(CatalogueEntry entry) {
    for (CatalogueItem item : entry.sheet().items()) {
      String text = entry.of(item);
      if (text.isEmpty() && entry.sheet().requires(item)) {
        add(item, Kind.MISSING);
      } else if (text.length() > item.longest()) {
        add(item, Kind.TOO_LONG);
      } else if (CONTROL.matcher(text).find()) {
        add(item, Kind.FORM);
      } else if (IdentityForms.in(text)) {
        add(item, Kind.NUMBER);
      }
    }
  }

  private void table(@Nullable CatalogueEntry before, CatalogueEntry after) {
    ExchangeTable table = now.tables().get(after.of(CatalogueItem.TABLE));
    if (table == null || before == null) {
      return;
    }
    for (CatalogueItem key : List.of(CatalogueItem.SUBJECT_COLUMN, CatalogueItem.PAGING_KEY)) {
      String column = after.of(key);
      if (column.equals(before.of(key))) {
        continue;
      }
      if (!column.isEmpty()
          && table.fields().stream().noneMatch(field -> field.columnName().equals(column))) {
        add(key, Kind.UNKNOWN);
      } else if (use.isUsed(table.name())) {
        // Page tokens of calls under way hold a value of the key; persons are logged by the other.
        breaks(key, Kind.BREAKS, use.services(table.name()), use.grants(table.name()));
      }
    }
  }

  private void field(@Nullable CatalogueEntry before, CatalogueEntry after) {
    if (before == null) {
      return;
    }
    if (!after.of(CatalogueItem.COLUMN).equals(before.of(CatalogueItem.COLUMN))) {
      add(CatalogueItem.COLUMN, Kind.FIXED);
    }
    FieldForm.check(after, now, faults);
    String table = after.of(CatalogueItem.TABLE);
    String element = after.of(CatalogueItem.ELEMENT);
    if (!use.isUsed(table, element)) {
      return;
    }
    for (CatalogueItem item :
        List.of(CatalogueItem.TYPE, CatalogueItem.LENGTH, CatalogueItem.SCALE)) {
      if (!after.of(item).equals(before.of(item))) {
        breaks(item, Kind.BREAKS, use.services(table, element), use.grants(table, element));
      }
    }
    String search = before.of(CatalogueItem.CRITERION);
    if (!search.isEmpty() && !search.equals(after.of(CatalogueItem.CRITERION))) {
      CatalogueItem item = CatalogueItem.CRITERION;
      breaks(item, Kind.BREAKS, use.services(table, element), use.grants(table, element));
    }
    if (FieldForm.widens(before, after)) {
      CatalogueItem item = CatalogueItem.DATA_CLASS;
      breaks(item, Kind.WIDENS, use.services(table, element), use.grants(table, element));
    }
  }

  /** Each item of a code by itself. */
  private void codeForms(CatalogueEntry after) {
    form(after, CatalogueItem.CODE, CODE);
    if (!now.codeLists().containsKey(after.of(CatalogueItem.CODE_LIST))) {
      addFirst(CatalogueItem.CODE_LIST, Kind.UNKNOWN);
    }
    if (CatalogueTexts.number(after.of(CatalogueItem.SORT_ORDER)).isEmpty()) {
      addFirst(CatalogueItem.SORT_ORDER, Kind.FORM);
    }
    for (CatalogueItem day : List.of(CatalogueItem.VALID_FROM, CatalogueItem.VALID_TO)) {
      if (!after.of(day).isEmpty() && CatalogueTexts.readDay(after.of(day)).isEmpty()) {
        addFirst(day, Kind.FORM);
      }
    }
    String parent = after.of(CatalogueItem.PARENT);
    if (!parent.isEmpty() && !isKnown(parent)) {
      addFirst(CatalogueItem.PARENT, Kind.UNKNOWN);
    }
  }

  private void code(@Nullable CatalogueEntry before, CatalogueEntry after) {
    CodeList list = now.codeLists().get(after.of(CatalogueItem.CODE_LIST));
    if (list == null) {
      return;
    }
    CodeList.Entry code = CatalogueTexts.code(after);
    if (code.validTo() != null && code.validTo().isBefore(code.validFrom())) {
      add(CatalogueItem.VALID_TO, Kind.ENDS_BEFORE);
    } else if (list.entries().stream()
        .filter(other -> other.overlaps(code))
        .anyMatch(other -> !CatalogueTexts.of(list.codeType(), other).equals(before))) {
      add(CatalogueItem.VALID_FROM, Kind.OVERLAPS);
    }
  }

  /** The code above may be one of another list: grades stand under ranks. */
  private boolean isKnown(String code) {
    return now.codeLists().values().stream()
        .flatMap(list -> list.entries().stream())
        .anyMatch(entry -> entry.code().equals(code));
  }

  private void form(CatalogueEntry entry, CatalogueItem item, Pattern pattern) {
    if (!pattern.matcher(entry.of(item)).matches()) {
      addFirst(item, Kind.FORM);
    }
  }

  private void breaks(CatalogueItem item, Kind kind, List<ExchangeService> services, long grants) {
    faults.add(
        new CatalogueFault(
            item, kind, List.of(CatalogueUse.codes(services), String.valueOf(grants))));
  }

  /** Nothing more is said of an item that has a fault already. */
  private void addFirst(CatalogueItem item, Kind kind) {
    if (faults.stream().noneMatch(fault -> fault.item() == item)) {
      add(item, kind);
    }
  }

  private void add(CatalogueItem item, Kind kind) {
    faults.add(new CatalogueFault(item, kind));
  }
}
