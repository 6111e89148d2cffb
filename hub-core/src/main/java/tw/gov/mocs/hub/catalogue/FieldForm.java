package tw.gov.mocs.hub.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueFault.Kind;

/** Whether the texts of a field go together, whoever uses it. */
final class FieldForm {

  private static final int MOST_CHARACTERS = 32_767;
  private static final int MOST_INTEGER_DIGITS = 18;
  private static final int MOST_DIGITS = 38;

  private static final Set<FieldType> RANGED =
      Set.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.DATE, FieldType.TIMESTAMP);

  private final CatalogueEntry entry;
  private final List<CatalogueFault> faults;

  private FieldForm(CatalogueEntry entry, List<CatalogueFault> faults) {
    this.entry = entry;
    this.faults = faults;
  }

  static void check(CatalogueEntry entry, CatalogueSnapshot now, List<CatalogueFault> faults) {
    FieldForm form = new FieldForm(entry, faults);
    FieldType type = form.choice(CatalogueItem.TYPE, FieldType.values());
    form.choice(CatalogueItem.DATA_CLASS, DataClass.values());
    CriterionKind criterion = form.choice(CatalogueItem.CRITERION, CriterionKind.values());
    String mask = entry.of(CatalogueItem.MASK);
    if (!mask.isEmpty() && !CatalogueTexts.MASKS.contains(mask)) {
      form.add(CatalogueItem.MASK, Kind.FORM);
    }
    if (type == null) {
      return;
    }
    form.size(type);
    form.codeList(type, now);
    if (criterion == CriterionKind.RANGE && !RANGED.contains(type)) {
      form.add(CatalogueItem.CRITERION, Kind.NEEDLESS);
    }
  }

  /**
   * Whether a class tells more than the one before: less restricted, or so that the log no longer
   * knows whose data a row is.
   */
  static boolean widens(CatalogueEntry before, CatalogueEntry after) {
    DataClass was = DataClass.valueOf(before.of(CatalogueItem.DATA_CLASS));
    return Arrays.stream(DataClass.values())
        .filter(one -> one.name().equals(after.of(CatalogueItem.DATA_CLASS)))
        .anyMatch(one -> one.compareTo(was) < 0 || (was == DataClass.IDENTIFIER && one != was));
  }

  private void size(FieldType type) {
    switch (type) {
      case STRING -> number(CatalogueItem.LENGTH, 1, MOST_CHARACTERS, false);
      case CODE -> number(CatalogueItem.LENGTH, 1, MOST_CHARACTERS, true);
      case INTEGER -> number(CatalogueItem.LENGTH, 1, MOST_INTEGER_DIGITS, false);
      case DECIMAL -> number(CatalogueItem.LENGTH, 1, MOST_DIGITS, true);
      case DATE, TIMESTAMP -> needless(CatalogueItem.LENGTH);
    }
    if (type == FieldType.DECIMAL) {
      int digits = CatalogueTexts.number(entry.of(CatalogueItem.LENGTH)).orElse(MOST_DIGITS);
      number(CatalogueItem.SCALE, 0, digits, true);
    } else {
      needless(CatalogueItem.SCALE);
    }
  }

  private void codeList(FieldType type, CatalogueSnapshot now) {
    String list = entry.of(CatalogueItem.CODE_LIST);
    if (type != FieldType.CODE) {
      needless(CatalogueItem.CODE_LIST);
    } else if (list.isEmpty()) {
      add(CatalogueItem.CODE_LIST, Kind.MISSING);
    } else if (!now.codeLists().containsKey(list)) {
      add(CatalogueItem.CODE_LIST, Kind.UNKNOWN);
    }
  }

  private void number(CatalogueItem item, int least, int most, boolean required) {
    String text = entry.of(item);
    Optional<Integer> number = CatalogueTexts.number(text);
    if (text.isEmpty()) {
      if (required) {
        add(item, Kind.MISSING);
      }
    } else if (number.isEmpty() || number.get() < least || number.get() > most) {
      add(item, Kind.FORM);
    }
  }

  private void needless(CatalogueItem item) {
    if (!entry.of(item).isEmpty()) {
      add(item, Kind.NEEDLESS);
    }
  }

  private <T extends Enum<T>> @Nullable T choice(CatalogueItem item, T[] choices) {
    String text = entry.of(item);
    T chosen =
        Arrays.stream(choices).filter(one -> one.name().equals(text)).findFirst().orElse(null);
    if (chosen == null && !text.isEmpty()) {
      add(item, Kind.FORM);
    }
    return chosen;
  }

  private void add(CatalogueItem item, Kind kind) {
    faults.add(new CatalogueFault(item, kind));
  }
}
