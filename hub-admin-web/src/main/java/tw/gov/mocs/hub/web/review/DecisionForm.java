package tw.gov.mocs.hub.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.layout.TypedAddresses;

/** Reads the decision form. */
@Component
final class DecisionForm {

  /** So many conditions a service can have here. */
  static final int CONDITIONS = 3;

  private static final int LONGEST_NOTE = 1_000;
  static final int MOST_ADDRESSES = 50;

  /**
   * What it says.
   *
   * @param terms what is granted, without what could not be read; null where nothing is
   * @param rejected whether nothing is granted
   * @param faults what could not be read
   */
  record Read(@Nullable GrantTerms terms, boolean rejected, Faults faults) {}

  private final MessageSource messages;

  DecisionForm(MessageSource messages) {
    this.messages = messages;
  }

  Read read(Inputs inputs, Application application, List<Offer> offers, Locale locale) {
    Faults faults = new Faults();
    boolean file = Offers.isFile(application);
    boolean rejected =
        file
            ? inputs.has("grant-file", "no")
            : offers.stream().noneMatch(offer -> inputs.has("grant-" + offer.code(), "yes"));
    String note = inputs.text("note");
    if (rejected && note.isEmpty()) {
      faults.add("note", text("review.note.missing", locale));
    } else if (note.length() > LONGEST_NOTE) {
      faults.add("note", text("review.note.long", locale, LONGEST_NOTE));
    }
    faults.addNumber("note", note, (key, told) -> text(key, locale, told));
    if (rejected) {
      return new Read(null, true, faults);
    }
    ServicePeriod typed = period(inputs, faults, locale);
    // So that the rest of the terms can be checked all the same.
    ServicePeriod period = typed == null ? application.content().period() : typed;
    GrantTerms terms =
        file
            ? file(inputs, offers, period, faults, locale)
            : services(inputs, offers, period, faults, locale);
    return new Read(terms, false, faults);
  }

  private @Nullable GrantTerms services(
      Inputs inputs,
      List<Offer> offers,
      @Nullable ServicePeriod period,
      Faults faults,
      Locale locale) {
    List<Cidr> addresses = addresses(inputs, faults, locale);
    int calls = (int) number(inputs, "calls", 999_999_999L, faults, locale);
    long rows = number(inputs, "rows", 999_999_999_999L, faults, locale);
    List<ServiceGrant> granted = new ArrayList<>();
    for (Offer offer : offers) {
      if (inputs.has("grant-" + offer.code(), "yes")) {
        Map<String, FieldGrant> fields = new LinkedHashMap<>();
        for (Offer.Item field : offer.fields()) {
          boolean returned = inputs.has("returned-" + offer.code(), field.name());
          boolean searchable = inputs.has("searchable-" + offer.code(), field.name());
          if (returned || searchable) {
            fields.put(field.name(), new FieldGrant(returned, searchable));
          }
        }
        granted.add(
            new ServiceGrant(
                new ServiceCode(offer.code()),
                fields,
                conditions(inputs, offer, faults, locale),
                inputs.has("whole-" + offer.code(), "yes")));
      }
    }
    return period == null
        ? null
        : GrantTerms.of(period, addresses, new Quota(calls, rows), granted);
  }

  private @Nullable GrantTerms file(
      Inputs inputs,
      List<Offer> offers,
      @Nullable ServicePeriod period,
      Faults faults,
      Locale locale) {
    List<ExtractTable> tables = new ArrayList<>();
    for (Offer offer : offers) {
      List<String> fields =
          offer.fields().stream()
              .map(Offer.Item::name)
              .filter(name -> inputs.has("returned-" + offer.code(), name))
              .toList();
      if (!fields.isEmpty()) {
        tables.add(
            new ExtractTable(offer.code(), fields, conditions(inputs, offer, faults, locale)));
      }
    }
    Extract.Format format = inputs.has("format", "XML") ? Extract.Format.XML : Extract.Format.CSV;
    return period == null
        ? null
        : GrantTerms.of(period, Quota.DEFAULT, new Extract(format, null, tables));
  }

  private List<RowCondition> conditions(Inputs inputs, Offer offer, Faults faults, Locale locale) {
    List<RowCondition> conditions = new ArrayList<>();
    for (int i = 0; i < CONDITIONS; i++) {
      String place = offer.code() + "-" + i;
      String field = inputs.text("condition-field-" + place);
      List<String> values =
          values(inputs, place).stream().map(value -> wire(offer, field, value)).toList();
      if (field.isEmpty() && values.isEmpty()) {
        continue;
      }
      RowCondition.Operator operator = operator(inputs.text("condition-operator-" + place));
      try {
        if (field.isEmpty()) {
          throw new IllegalArgumentException("no field");
        }
        conditions.add(new RowCondition(field, operator, values));
      } catch (IllegalArgumentException e) {
        faults.add(
            "condition-values-" + place,
            text("review.condition." + operator, locale, offer.name()));
      }
    }
    return conditions;
  }

  /** What was typed as values of the condition there. */
  static List<String> values(Inputs inputs, String place) {
    return Arrays.stream(inputs.text("condition-values-" + place).split("[,，、\n]"))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** The value as conditions keep it: a day in ISO form. What is no day stays for the check. */
  private static String wire(Offer offer, String field, String value) {
    boolean day =
        offer.findConditional(field).filter(item -> item.type() == FieldType.DATE).isPresent();
    LocalDate typed = day ? RocDay.of(value).day() : null;
    return typed == null ? value : typed.toString();
  }

  private static RowCondition.Operator operator(String name) {
    return Arrays.stream(RowCondition.Operator.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(RowCondition.Operator.EQUAL);
  }

  private @Nullable ServicePeriod period(Inputs inputs, Faults faults, Locale locale) {
    RocDay from = RocDay.of(inputs.text("from"));
    RocDay to = RocDay.of(inputs.text("to"));
    if (from.day() == null) {
      faults.add("from", text(from.wrong(), locale, from.told()));
    }
    if (to.day() == null) {
      faults.add("to", text(to.wrong(), locale, to.told()));
    }
    if (from.day() == null || to.day() == null) {
      return null;
    }
    if (to.day().isBefore(from.day())) {
      faults.add("to", text("review.day.order", locale));
      return null;
    }
    return new ServicePeriod(from.day(), to.day());
  }

  private List<Cidr> addresses(Inputs inputs, Faults faults, Locale locale) {
    TypedAddresses typed = TypedAddresses.of(inputs.text("addresses"));
    List<Cidr> blocks = typed.blocks();
    typed
        .wrong()
        .forEach(one -> faults.add("addresses", text("review.addresses.malformed", locale, one)));
    blocks.stream()
        .filter(Cidr::isTooWide)
        .forEach(one -> faults.add("addresses", text("review.addresses.wide", locale, one)));
    if (blocks.size() > MOST_ADDRESSES) {
      faults.add("addresses", text("review.addresses.many", locale, MOST_ADDRESSES));
    }
    return blocks;
  }

  private long number(Inputs inputs, String name, long most, Faults faults, Locale locale) {
    String typed = inputs.text(name).replace(",", "");
    long number = typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : 0;
    if (number < 1 || number > most) {
      faults.add(name, text("review.quota.malformed", locale, most));
      return 1;
    }
    return number;
  }

  private String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }
}
