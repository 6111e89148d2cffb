package tw.gov.mocs.hub.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.TableField;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.review.ShownTerms.Part;

/** Puts what is granted into words, beside what was asked. */
@Component
public final class TermsSheet {

  /** What is kept was checked against the field as it was then. */
  private static final Pattern ISO_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Catalogue catalogue;
  private final MessageSource messages;
  private final RocFormat roc;

  TermsSheet(Catalogue catalogue, MessageSource messages, RocFormat roc) {
    this.catalogue = catalogue;
    this.messages = messages;
    this.roc = roc;
  }

  /** The decisions on an application, the first reviewer's before the second's. */
  public List<ShownDecision> of(Application application, Locale locale) {
    return application.reviews().stream()
        .map(
            review -> {
              GrantTerms terms = review.terms();
              return new ShownDecision(
                  review, terms == null ? null : of(application.content(), terms, locale));
            })
        .toList();
  }

  /** These terms. */
  ShownTerms of(ApplicationContent asked, GrantTerms terms, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    CatalogueSnapshot current = catalogue.current();
    Extract extract = terms.extract();
    List<Part> parts =
        extract == null
            ? asked.services().stream()
                .map(one -> part(one, terms, current, english, locale))
                .toList()
            : extract.tables().stream().map(one -> part(one, current, english, locale)).toList();
    return new ShownTerms(
        terms.period(),
        terms.addresses().stream().map(Cidr::value).toList(),
        extract == null ? terms.quota().calls() : 0,
        extract == null ? terms.quota().rows() : 0,
        extract == null ? null : extract.format().name(),
        extract == null ? null : extract.estimatedRows(),
        parts,
        differences(asked, terms, parts, locale));
  }

  private Part part(
      ServiceRequest asked,
      GrantTerms terms,
      CatalogueSnapshot current,
      boolean english,
      Locale locale) {
    String code = asked.service().value();
    ExchangeService service = current.find(asked.service()).orElse(null);
    ServiceGrant granted = terms.services().get(asked.service());
    List<Field> fields = service == null ? List.of() : service.fields();
    Predicate<Field> returned =
        field -> leave(granted, field) != null && isReturned(granted, field);
    return new Part(
        code,
        service == null ? code : english ? service.nameEn() : service.name(),
        outcome(asked, granted),
        labels(fields.stream().filter(returned), english),
        labels(
            fields.stream()
                .filter(
                    field -> {
                      FieldGrant leave = leave(granted, field);
                      return leave != null && leave.searchable();
                    }),
            english),
        labels(
            fields.stream()
                .filter(field -> asked.fields().contains(field.xmlName()))
                .filter(returned.negate()),
            english),
        granted == null || service == null
            ? List.of()
            : conditions(granted.conditions(), RowSource.of(service), english, locale),
        granted != null && granted.wholeTable());
  }

  private static @Nullable FieldGrant leave(@Nullable ServiceGrant granted, Field field) {
    return granted == null ? null : granted.fields().get(field.xmlName());
  }

  private static boolean isReturned(@Nullable ServiceGrant granted, Field field) {
    FieldGrant leave = leave(granted, field);
    return leave != null && leave.returned();
  }

  private static ApplicationStatus outcome(ServiceRequest asked, @Nullable ServiceGrant granted) {
    if (granted == null) {
      return ApplicationStatus.REJECTED;
    }
    Map<String, FieldGrant> fields = granted.fields();
    boolean all =
        granted.conditions().isEmpty()
            && asked.fields().stream()
                .allMatch(name -> fields.containsKey(name) && fields.get(name).returned());
    return all ? ApplicationStatus.APPROVED : ApplicationStatus.PARTLY_APPROVED;
  }

  private Part part(ExtractTable part, CatalogueSnapshot current, boolean english, Locale locale) {
    RowSource source = current.findRows(part.table()).orElse(null);
    if (source == null) {
      return new Part(
          part.table(), part.table(), null, part.fields(), List.of(), List.of(), List.of(), false);
    }
    return new Part(
        part.table(),
        english ? source.labelEn() : source.label(),
        null,
        labels(part.fields().stream().flatMap(name -> source.findField(name).stream()), english),
        List.of(),
        List.of(),
        conditions(part.conditions(), source, english, locale),
        part.conditions().isEmpty());
  }

  private List<String> conditions(
      List<RowCondition> conditions, RowSource source, boolean english, Locale locale) {
    return conditions.stream()
        .map(
            condition ->
                messages.getMessage(
                    "review.condition.words." + condition.operator(),
                    new Object[] {
                      source
                          .findColumn(condition.field())
                          .map(column -> label(source, column, english))
                          .orElse(condition.field()),
                      values(condition, source)
                    },
                    locale))
        .toList();
  }

  /** The values; days as people read them. */
  private String values(RowCondition condition, RowSource source) {
    boolean days =
        source
            .findColumn(condition.field())
            .filter(column -> column.field().type() == FieldType.DATE)
            .isPresent();
    return condition.values().stream()
        .map(
            value ->
                days && ISO_DAY.matcher(value).matches() ? roc.day(LocalDate.parse(value)) : value)
        .collect(Collectors.joining("、"));
  }

  private static String label(RowSource source, TableField column, boolean english) {
    String label = english ? column.field().labelEn() : column.field().label();
    return source
        .tables()
        .skip(1)
        .filter(table -> table.name().equals(column.table()))
        .map(table -> (english ? table.labelEn() : table.label()) + " " + label)
        .findFirst()
        .orElse(label);
  }

  private List<String> differences(
      ApplicationContent asked, GrantTerms terms, List<Part> parts, Locale locale) {
    List<String> all = new ArrayList<>();
    ServicePeriod wanted = asked.period();
    if (wanted != null && !wanted.equals(terms.period())) {
      all.add(text("period", locale, days(wanted), days(terms.period())));
    }
    List<String> addresses = terms.addresses().stream().map(Cidr::value).toList();
    List<String> before = asked.system().addresses().stream().map(Cidr::value).toList();
    if (terms.extract() == null && !addresses.equals(before)) {
      all.add(text("addresses", locale, told(before, locale), told(addresses, locale)));
    }
    for (Part part : parts) {
      if (part.outcome() == ApplicationStatus.REJECTED) {
        all.add(text("service", locale, part.code() + " " + part.name()));
      } else if (!part.refused().isEmpty()) {
        all.add(text("fields", locale, part.code(), String.join("、", part.refused())));
      }
      if (part.outcome() != null && !part.conditions().isEmpty()) {
        all.add(text("conditions", locale, part.code(), String.join("；", part.conditions())));
      }
    }
    return all;
  }

  private String told(List<String> addresses, Locale locale) {
    return addresses.isEmpty() ? text("anywhere", locale) : String.join("、", addresses);
  }

  private String days(ServicePeriod period) {
    return roc.day(period.from()) + "–" + roc.day(period.to());
  }

  private String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage("review.difference." + key, told, locale));
  }

  private static List<String> labels(Stream<Field> fields, boolean english) {
    return fields.map(field -> english ? field.labelEn() : field.label()).toList();
  }
}
