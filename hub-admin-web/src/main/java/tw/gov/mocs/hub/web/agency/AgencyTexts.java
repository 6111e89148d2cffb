package tw.gov.mocs.hub.web.agency;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyFault;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.web.layout.Faults;

/** What is wrong with the data of an agency, in words. */
@Component
final class AgencyTexts {

  private final MessageSource messages;

  AgencyTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** Each at the input of its field. */
  Faults of(List<AgencyFault> found, Locale locale) {
    Faults faults = new Faults();
    found.forEach(fault -> faults.add(input(fault.field()), text(fault, locale)));
    return faults;
  }

  String text(AgencyFault fault, Locale locale) {
    AgencyField field = fault.field();
    String name = text("agencies.field." + field, locale);
    return switch (fault.kind()) {
      case FORM -> text("agencies.fault.FORM." + field, locale);
      case TOO_LONG -> text("agencies.fault.TOO_LONG", locale, name, field.longest());
      case MISSING, TAKEN, OTHER_IN_CERTIFICATES, NAMED_IN_CERTIFICATES, REPEATED ->
          text("agencies.fault." + fault.kind(), locale, name);
    };
  }

  /** The id of the input of a field. */
  static String input(AgencyField field) {
    return switch (field) {
      case CODE -> "code";
      case NAME -> "name";
      case NAME_EN -> "nameEn";
      case OID -> "oid";
      case CONTACT_NAME -> "contactName";
      case CONTACT_PHONE -> "contactPhone";
      case CONTACT_MAIL -> "contactMail";
    };
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }
}
