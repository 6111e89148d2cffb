package tw.gov.mocs.hub.web.service;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.ServiceChange;
import tw.gov.mocs.hub.catalogue.ServiceFault;
import tw.gov.mocs.hub.web.layout.Names;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.layout.TypeNames;

/** What pages say of drafts: what is wrong, and what a version changes. */
@Component("serviceTexts")
public final class ServiceTexts {

  private final MessageSource messages;
  private final RocFormat roc;
  private final TypeNames types;
  private final Names names;

  /** With the texts of the portal. */
  public ServiceTexts(MessageSource messages, RocFormat roc, TypeNames types, Names names) {
    this.names = names;
    this.types = types;
    this.messages = messages;
    this.roc = roc;
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  /** What a call of a service of persons must narrow itself by, by the labels of the fields. */
  public String required(ExchangeService service, Locale locale) {
    RequiredCriteria required = requireNonNull(service.requiredCriteria(), "required");
    List<String> fields =
        required.anyOf().stream().map(name -> label(service, name, locale)).toList();
    return text(
        fields.size() == 1 ? "composing.required.one" : "composing.required.told",
        locale,
        String.join(text("review.and", locale), fields),
        label(service, required.rangeField(), locale),
        required.rangeDays());
  }

  private String label(ExchangeService service, String element, Locale locale) {
    return service
        .findField(element)
        .map(field -> names.either(field.label(), field.labelEn(), locale))
        .orElse(element);
  }

  /** What is wrong, and the way that does not break where there is one. */
  String sentence(ServiceFault fault, Locale locale) {
    String general = "composing.fault." + fault.kind();
    Object[] told = told(fault, locale).toArray();
    String own = messages.getMessage(general + "." + fault.place(), told, "", locale);
    return own == null || own.isEmpty() ? text(general, locale, told) : own;
  }

  /** What calls of a published service suffer from, and the way out. */
  public String standing(ServiceFault fault, Locale locale) {
    List<String> told = told(fault, locale);
    told.add(fault.name());
    return text(
        "composing.standing.%s.%s".formatted(fault.kind(), fault.place()), locale, told.toArray());
  }

  /** What a sentence names; of a retyped column its type in words. */
  private List<String> told(ServiceFault fault, Locale locale) {
    List<String> told = new ArrayList<>(fault.told());
    if (fault.kind() == ServiceFault.Kind.RETYPED) {
      told.set(1, types.of(told.get(1), locale));
    }
    return told;
  }

  /** One difference in words. */
  public String sentence(ServiceChange change, Locale locale) {
    String how = "changed";
    if (change.before().isEmpty()) {
      how = "added";
    } else if (change.after().isEmpty()) {
      how = "removed";
    }
    return text(
        "composing.change." + how,
        locale,
        text("composing.aspect." + change.aspect(), locale),
        change.name().isEmpty() ? "" : " " + change.name(),
        shown(change, change.before(), locale),
        shown(change, change.after(), locale));
  }

  /** All of them. */
  public List<String> sentences(List<ServiceChange> changes, Locale locale) {
    return changes.stream().map(change -> sentence(change, locale)).toList();
  }

  private String shown(ServiceChange change, String value, Locale locale) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (change.aspect()) {
      case SEARCH -> text("composing.search." + value, locale);
      case END -> roc.day(LocalDate.parse(value));
      case PURPOSE -> text("composing.purpose." + value, locale);
      case KEEP_REQUEST, ENCRYPT -> text("composing.flag." + value, locale);
      default -> value;
    };
  }
}
