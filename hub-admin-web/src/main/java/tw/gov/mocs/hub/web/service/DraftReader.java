package tw.gov.mocs.hub.web.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldTexts;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.ServiceCategory;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.catalogue.ServiceFault;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/** Reads a draft from what was typed, and says at which input what is wrong. */
@Component
final class DraftReader {

  private static final ServiceCode NOBODYS = new ServiceCode("SQ_XXX_000");

  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final ServiceTexts texts;

  DraftReader(Catalogue catalogue, ServiceRegister register, ServiceTexts texts) {
    this.catalogue = catalogue;
    this.register = register;
    this.texts = texts;
  }

  /**
   * What was typed, read and looked at.
   *
   * @param draft null where its code is none
   * @param look null with it
   */
  record Read(@Nullable ServiceDraft draft, ServiceRegister.@Nullable Look look, Faults faults) {}

  Read read(Typed typed, Locale locale) {
    Faults faults = new Faults();
    boolean coded = ServiceCode.matches(typed.text("code"));
    if (!coded) {
      faults.add("code", texts.text("composing.fault.code", locale));
    }
    // Without a code the rest is looked at too: whatever is wrong is told at once.
    ServiceCode code = coded ? new ServiceCode(typed.text("code")) : NOBODYS;
    ServiceDraft draft = draft(code, typed, faults, locale);
    ServiceRegister.Look look = register.look(draft);
    ServiceRegister.Look judged = look;
    if (look.present() != null && typed.version() == 0) {
      faults.add("code", texts.text("composing.fault.taken", locale, draft.code()));
      // What the service of that code may not change binds no new one.
      judged = register.look(draft(NOBODYS, typed, new Faults(), locale));
    }
    judged
        .faults()
        .forEach(fault -> faults.add(input(fault, typed), texts.sentence(fault, locale)));
    if (faults.isEmpty() && look.present() != null && look.changes().isEmpty()) {
      faults.add("name", texts.text("composing.fault.same", locale));
    }
    return coded ? new Read(draft, look, faults) : new Read(null, null, faults);
  }

  /** The tables of the draft that the catalogue knows, in the order in which they were chosen. */
  List<ExchangeTable> tables(Typed typed) {
    Set<ExchangeTable> tables = new LinkedHashSet<>();
    add(typed.text("table"), tables);
    for (int place : typed.places()) {
      String[] key = Typed.split(typed.text("key-" + place));
      if (key != null) {
        add(key[0], tables);
      }
    }
    return List.copyOf(tables);
  }

  private void add(String name, Set<ExchangeTable> tables) {
    ExchangeTable table = catalogue.current().tables().get(name);
    if (table != null) {
      tables.add(table);
    }
  }

  private ServiceDraft draft(ServiceCode code, Typed typed, Faults faults, Locale locale) {
    Set<String> unsearchable = new HashSet<>();
    List<String> offered = typed.all("field");
    for (String name : offered) {
      if (!typed.isSearched(name) && field(typed, name) != null) {
        unsearchable.add(name);
      }
    }
    return new ServiceDraft(
        code,
        typed.text("name"),
        typed.text("nameEn"),
        new ServiceCategory(typed.text("category"), typed.text("categoryEn")),
        typed.text("description"),
        typed.text("descriptionEn"),
        typed.text("table"),
        offered,
        required(typed),
        typed.has("keep", "yes"),
        typed.has("encrypt", "yes"),
        joins(typed, faults, locale),
        unsearchable,
        typed.text("purpose").equals(PurposeRule.CASE_NUMBER.name())
            ? PurposeRule.CASE_NUMBER
            : PurposeRule.ANY,
        ends(typed, faults, locale),
        typed.text("pagingKey"),
        texts(typed));
  }

  private static Map<String, FieldTexts> texts(Typed typed) {
    Map<String, FieldTexts> texts = new HashMap<>();
    for (String name : typed.all("field")) {
      if (typed.isDescribed(name)) {
        texts.put(
            name,
            new FieldTexts(
                typed.text("label-" + name),
                typed.text("labelEn-" + name),
                typed.text("describe-" + name)));
      }
    }
    return texts;
  }

  /** The field of the catalogue that a name means, if it could be searched. */
  private @Nullable Field field(Typed typed, String name) {
    int dot = name.lastIndexOf('.');
    String table = dot < 0 ? typed.text("table") : name.substring(0, dot);
    ExchangeTable found = catalogue.current().tables().get(table);
    return found == null
        ? null
        : found
            .findField(name.substring(dot + 1))
            .filter(field -> field.criterion() != null)
            .orElse(null);
  }

  private List<ServiceDraft.Join> joins(Typed typed, Faults faults, Locale locale) {
    List<ServiceDraft.Join> joins = new ArrayList<>();
    for (int place : typed.places()) {
      String[] key = Typed.split(typed.text("key-" + place));
      String[] from = Typed.split(typed.text("from-" + place));
      if (key != null && from != null) {
        joins.add(new ServiceDraft.Join(key[0], key[1], from[0], from[1]));
      } else if (key != null || from != null) {
        String input = (key == null ? "key-" : "from-") + place;
        faults.add(input, texts.text("composing.fault.join", locale));
      }
    }
    return joins;
  }

  private Map<String, LocalDate> ends(Typed typed, Faults faults, Locale locale) {
    Map<String, LocalDate> ends = new HashMap<>();
    for (String name : typed.all("field")) {
      RocDay day = RocDay.of(typed.text("end-" + name));
      if (day.day() != null) {
        ends.put(name, day.day());
      } else if (day.isUnread()) {
        faults.add("end-" + name, texts.text(day.wrong(), locale, day.told()));
      }
    }
    return ends;
  }

  private static @Nullable RequiredCriteria required(Typed typed) {
    List<String> anyOf = typed.all("anyOf").stream().map(Typed::element).toList();
    String range = typed.text("rangeField");
    String days = typed.text("rangeDays");
    return anyOf.isEmpty() && range.isEmpty() && days.isEmpty()
        ? null
        : new RequiredCriteria(
            anyOf, range, days.matches("[0-9]{1,5}") ? Integer.parseInt(days) : 0);
  }

  private static String input(ServiceFault fault, Typed typed) {
    return switch (fault.place()) {
      case NAME_EN -> "nameEn";
      case CATEGORY_EN -> "categoryEn";
      case DESCRIPTION_EN -> "descriptionEn";
      case ANY_OF -> "anyOf";
      case RANGE_FIELD -> "rangeField";
      case RANGE_DAYS -> "rangeDays";
      case FIELDS -> fault.name().isEmpty() ? "fields" : "field-" + fault.name();
      case ENDS -> "end-" + fault.name();
      case LABEL -> "label-" + fault.name();
      case LABEL_EN -> "labelEn-" + fault.name();
      case FIELD_DESCRIPTION -> "describe-" + fault.name();
      case KEY -> "pagingKey";
      case JOINS ->
          typed.places().stream()
              .map(place -> "key-" + place)
              .filter(key -> typed.text(key).startsWith(fault.name() + "."))
              .findFirst()
              .orElse("key-0");
      default -> fault.place().name().toLowerCase(Locale.ROOT);
    };
  }
}
