package tw.gov.mocs.hub.web.apply;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults.Fault;

/** What is wrong with an application, told to people: what and where, and what to do about it. */
@Component
public final class FaultTexts {

  private static final Pattern OF_SERVICE =
      Pattern.compile("services\\.(SQ_[A-Z0-9_]+)(?:\\.(fields|justification))?(?:\\.(.+))?");

  private final MessageSource messages;
  private final Supplier<CatalogueSnapshot> catalogue;

  @Autowired
  FaultTexts(MessageSource messages, Catalogue catalogue) {
    this(messages, catalogue::current);
  }

  FaultTexts(MessageSource messages, Supplier<CatalogueSnapshot> catalogue) {
    this.messages = messages;
    this.catalogue = catalogue;
  }

  /** The sentence, with the id of the input that mends it. */
  public Fault of(ContentFault fault, Locale locale) {
    return new Fault(field(fault.place()), text(fault, locale), true);
  }

  /** The sentence. */
  public String text(ContentFault fault, Locale locale) {
    String kind = kind(fault.place());
    Object[] told = {
      label(fault.place(), kind, locale),
      String.valueOf(limit(kind, fault.reason())),
      rest(fault.place())
    };
    String general = messages.getMessage("apply.fault." + fault.reason(), told, locale);
    String text =
        messages.getMessage("apply.fault." + kind + "." + fault.reason(), told, general, locale);
    return text == null ? general : text;
  }

  /** Why an upload was refused. */
  String upload(HubException refusal, Locale locale) {
    String why = refusal.code().message(locale, refusal.told());
    return messages.getMessage("apply.file.refused", new Object[] {why}, locale);
  }

  /** That 上傳 was pressed without a file. */
  String none(Locale locale) {
    return messages.getMessage("apply.file.none", null, locale);
  }

  /** The id of the input for a place of the content, on the page of its step. */
  public static String field(String place) {
    Matcher service = OF_SERVICE.matcher(place);
    if (service.matches()) {
      String part = service.group(2);
      return (part == null ? "service" : part) + "-" + service.group(1);
    }
    return switch (place) {
      case "period" -> "from";
      case "system.name" -> "systemName";
      case "system.language" -> "programmingLanguage";
      // The first of several that are chosen from.
      case "audiences" -> "audiences-STAFF_PERSONAL";
      case "method" -> "method-ONE_TIME_FILE";
      case "services" -> "services";
      default ->
          place.startsWith("attachments")
              ? "attachments"
              : place.startsWith("system.") ? place.substring("system.".length()) : place;
    };
  }

  /** A place without the names of services, fields and files in it. */
  private static String kind(String place) {
    Matcher service = OF_SERVICE.matcher(place);
    if (service.matches()) {
      String part = service.group(2);
      return part == null ? "service" : service.group(3) == null ? "service." + part : "field";
    }
    return place.startsWith("attachments.") ? "attachment" : place;
  }

  private String label(String place, String kind, Locale locale) {
    Matcher service = OF_SERVICE.matcher(place);
    if (service.matches()) {
      return named(service.group(1), locale);
    }
    return messages.getMessage("apply.label." + kind, null, locale);
  }

  private String named(String code, Locale locale) {
    return catalogue
        .get()
        .find(new ServiceCode(code))
        .map(found -> code + " " + nameIn(locale, found))
        .orElse(code);
  }

  private static String nameIn(Locale locale, ExchangeService service) {
    return locale.getLanguage().equals("en") ? service.nameEn() : service.name();
  }

  private static @Nullable String rest(String place) {
    Matcher service = OF_SERVICE.matcher(place);
    return service.matches() ? service.group(3) : null;
  }

  private static int limit(String kind, Reason reason) {
    return switch (kind) {
      case "contactName" -> ContentLimits.CONTACT_NAME;
      case "contactPhone" -> ContentLimits.CONTACT_PHONE;
      case "contactMail" -> ContentLimits.CONTACT_MAIL;
      case "period" ->
          reason == Reason.TOO_EARLY ? ContentLimits.PERIOD_YEARS_BACK : ContentLimits.PERIOD_YEARS;
      case "purpose" -> ContentLimits.PURPOSE;
      case "legalBasis" -> ContentLimits.LEGAL_BASIS;
      case "specificPurpose" -> ContentLimits.SPECIFIC_PURPOSE;
      case "system.name", "system.operatingSystem", "system.language", "system.database" ->
          ContentLimits.SYSTEM_LINE;
      case "system.hostName" -> ContentLimits.HOST_NAME;
      case "system.addresses" -> ContentLimits.ADDRESSES;
      case "specialConditions" -> ContentLimits.SPECIAL_CONDITIONS;
      case "attachments" -> ContentLimits.ATTACHMENTS;
      case "attachment" -> ContentLimits.ATTACHMENT_NAME;
      case "services" -> ContentLimits.SERVICES;
      case "service.justification" -> ContentLimits.JUSTIFICATION;
      default -> 0;
    };
  }
}
