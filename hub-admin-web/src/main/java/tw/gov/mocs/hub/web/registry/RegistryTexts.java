package tw.gov.mocs.hub.web.registry;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueFault;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueTexts;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/**
 * What pages and files of the catalogue call its items, their values and what is wrong with them.
 */
@Component("registryTexts")
public final class RegistryTexts {

  private static final List<Locale> LANGUAGES = List.of(Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

  private final MessageSource messages;

  RegistryTexts(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  /** What an item is called. */
  public String item(CatalogueItem item, Locale locale) {
    return text("registry.item." + item, locale);
  }

  /** How it is typed; null where that needs no word. */
  @Nullable String hint(CatalogueItem item, CatalogueSheet sheet, Locale locale) {
    String hint = messages.getMessage("registry.hint." + sheet + "." + item, null, "", locale);
    return hint == null || hint.isEmpty() ? null : hint;
  }

  /** The id of its input. */
  static String input(CatalogueItem item) {
    StringBuilder id = new StringBuilder();
    for (String word : item.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      id.append(
          id.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return id.toString();
  }

  /** The constants of an item that is a choice; none of another. */
  List<String> constants(CatalogueItem item) {
    return switch (item) {
      case TYPE -> names(FieldType.values());
      case CRITERION -> names(CriterionKind.values());
      case DATA_CLASS -> names(DataClass.values());
      case MASK -> CatalogueTexts.MASKS;
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** What people call a constant; another text as it is. */
  String constant(CatalogueItem item, String value, Locale locale) {
    return constants(item).contains(value)
        ? text("registry.%s.%s".formatted(item, value), locale)
        : value;
  }

  /** An item of an entry, for people. */
  public String shown(CatalogueEntry entry, CatalogueItem item, Locale locale) {
    return constant(item, entry.of(item), locale);
  }

  /** The constant that a text of a file means, in whatever language; another text as it is. */
  String meant(CatalogueItem item, String text) {
    return constants(item).stream()
        .filter(
            value ->
                value.equalsIgnoreCase(text)
                    || LANGUAGES.stream()
                        .anyMatch(one -> constant(item, value, one).equalsIgnoreCase(text)))
        .findFirst()
        .orElse(text);
  }

  /** The item of a sheet that a heading means, in whatever language. */
  Optional<CatalogueItem> meant(CatalogueSheet sheet, String heading) {
    return sheet.items().stream()
        .filter(
            item -> LANGUAGES.stream().anyMatch(one -> item(item, one).equalsIgnoreCase(heading)))
        .findFirst();
  }

  /** The sheet that a name means, in whatever language. */
  Optional<CatalogueSheet> sheet(String name) {
    return Stream.of(CatalogueSheet.values())
        .filter(
            sheet ->
                LANGUAGES.stream()
                    .anyMatch(one -> text("registry.sheet." + sheet, one).equalsIgnoreCase(name)))
        .findFirst();
  }

  /** What is wrong with what was typed, each at the input of its item. */
  Faults of(List<CatalogueFault> found, CatalogueEntry typed, Locale locale) {
    Faults faults = new Faults();
    for (CatalogueFault fault : found) {
      faults.add(
          input(fault.item()),
          isNoDay(fault) ? day(fault, typed, locale) : sentence(fault, locale));
    }
    return faults;
  }

  private static boolean isNoDay(CatalogueFault fault) {
    return fault.kind() == CatalogueFault.Kind.FORM
        && (fault.item() == CatalogueItem.VALID_FROM || fault.item() == CatalogueItem.VALID_TO);
  }

  private String day(CatalogueFault fault, CatalogueEntry entry, Locale locale) {
    RocDay day = RocDay.of(entry.of(fault.item()));
    return text(day.wrong(), locale, day.told());
  }

  /** What is wrong with a line of a file: of a choice or a day what stands there, and what may. */
  String sentence(CatalogueFault fault, CatalogueEntry entry, Locale locale) {
    CatalogueItem item = fault.item();
    if (isNoDay(fault)) {
      String wrong = day(fault, entry, locale);
      return text("registry.fault.day", locale, item(item, locale), entry.of(item), wrong);
    }
    List<String> choices = constants(item);
    if (fault.kind() != CatalogueFault.Kind.FORM || choices.isEmpty()) {
      return sentence(fault, locale);
    }
    String allowed =
        choices.stream()
            .map(value -> constant(item, value, locale))
            .collect(joining(text("registry.fault.choice.next", locale)));
    return text("registry.fault.choice", locale, item(item, locale), entry.of(item), allowed);
  }

  /** What is wrong, and the way that does not break where there is one. */
  String sentence(CatalogueFault fault, Locale locale) {
    CatalogueItem item = fault.item();
    List<Object> told = new ArrayList<>();
    told.add(item(item, locale));
    if (fault.kind() == CatalogueFault.Kind.TOO_LONG) {
      told.add(item.longest());
    }
    told.addAll(fault.told());
    String general = "registry.fault." + fault.kind();
    String own = messages.getMessage(general + "." + item, told.toArray(), "", locale);
    return own == null || own.isEmpty() ? text(general, locale, told.toArray()) : own;
  }
}
