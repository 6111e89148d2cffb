package tw.gov.mocs.hub.application;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.notice.MailAddress;

/** Finds everything that is wrong with the content of an application, at once. */
final class ContentCheck {

  private static final Pattern PHONE = Pattern.compile("[^0-9\\r\\n]*+[0-9].*+");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  // RFC 1123 §2.1, and what Windows takes for a computer: 人事主機_1.
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}+(?<![_-]))?+";
  private static final String HOST = LABEL + "(?:\\." + LABEL + ")*+";
  private static final Pattern HOST_NAMES =
      Pattern.compile(HOST + "(?:(?:\\s*+[,，、;；]\\s*+|\\s++)" + HOST + ")*+");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final List<ContentFault> faults = new ArrayList<>();

  private ContentCheck() {}

  /** What is wrong even in a draft: too long, or not of its form. */
  static List<ContentFault> ofForm(ApplicationContent content) {
    ContentCheck check = new ContentCheck();
    check.form(content);
    return List.copyOf(check.faults);
  }

  /** What must be mended before it can be submitted. */
  static List<ContentFault> ofSubmission(
      ApplicationContent content, CatalogueSnapshot catalogue, LocalDate today) {
    ContentCheck check = new ContentCheck();
    check.form(content);
    check.complete(content, today);
    check.forms(content.system());
    if (content.method() == DeliveryMethod.WEB_SERVICE) {
      check.webService(content, catalogue);
    }
    // In the order in which they are asked for.
    check.faults.sort(comparing(ContentFault::step));
    return List.copyOf(check.faults);
  }

  private void form(ApplicationContent content) {
    text("contactName", content.contactName(), ContentLimits.CONTACT_NAME);
    text("contactPhone", content.contactPhone(), ContentLimits.CONTACT_PHONE);
    pattern("contactPhone", content.contactPhone(), PHONE);
    text("contactMail", content.contactMail(), ContentLimits.CONTACT_MAIL);
    String mail = content.contactMail();
    require("contactMail", mail.isEmpty() || MailAddress.matches(mail), Reason.MALFORMED);
    text("purpose", content.purpose(), ContentLimits.PURPOSE);
    text("legalBasis", content.legalBasis(), ContentLimits.LEGAL_BASIS);
    text("specificPurpose", content.specificPurpose(), ContentLimits.SPECIFIC_PURPOSE);
    ConnectingSystem system = content.system();
    text("system.name", system.name(), ContentLimits.SYSTEM_LINE);
    text("system.operatingSystem", system.operatingSystem(), ContentLimits.SYSTEM_LINE);
    text("system.language", system.language(), ContentLimits.SYSTEM_LINE);
    text("system.database", system.database(), ContentLimits.SYSTEM_LINE);
    text("system.hostName", system.hostName(), ContentLimits.HOST_NAME);
    require(
        "system.addresses", system.addresses().size() <= ContentLimits.ADDRESSES, Reason.TOO_LONG);
    text("specialConditions", content.specialConditions(), ContentLimits.SPECIAL_CONDITIONS);
    require("services", content.services().size() <= ContentLimits.SERVICES, Reason.TOO_LONG);
    attachments(content.attachments());
    Set<Object> seen = new HashSet<>();
    for (ServiceRequest asked : content.services()) {
      String place = "services." + asked.service();
      require(place, seen.add(asked.service()), Reason.REPEATED);
      boolean distinct = Set.copyOf(asked.fields()).size() == asked.fields().size();
      require(place + ".fields", distinct, Reason.REPEATED);
      text(place + ".justification", asked.justification(), ContentLimits.JUSTIFICATION);
    }
  }

  private void attachments(List<Attachment> files) {
    require("attachments", files.size() <= ContentLimits.ATTACHMENTS, Reason.TOO_LONG);
    boolean distinct = files.stream().map(Attachment::id).distinct().count() == files.size();
    require("attachments", distinct, Reason.REPEATED);
    for (Attachment file : files) {
      text("attachments." + file.id(), file.name(), ContentLimits.ATTACHMENT_NAME);
      pattern("attachments." + file.id(), file.sha256(), SHA_256);
    }
  }

  private void complete(ApplicationContent content, LocalDate today) {
    given("contactName", content.contactName());
    given("contactPhone", content.contactPhone());
    given("contactMail", content.contactMail());
    period(content.period(), today);
    given("purpose", content.purpose());
    given("legalBasis", content.legalBasis());
    given("specificPurpose", content.specificPurpose());
    require("audiences", !content.audiences().isEmpty(), Reason.MISSING);
    require("method", content.method() != null, Reason.MISSING);
    if (content.method() == DeliveryMethod.ONE_TIME_FILE) {
      given("specialConditions", content.specialConditions());
    }
  }

  private void period(@Nullable ServicePeriod period, LocalDate today) {
    require("period", period != null, Reason.MISSING);
    LocalDate earliest = today.minusYears(ContentLimits.PERIOD_YEARS_BACK);
    boolean past = period != null && period.to().isBefore(today);
    require("period", !past, Reason.PAST);
    require(
        "period", period == null || past || !period.from().isBefore(earliest), Reason.TOO_EARLY);
    LocalDate latest = today.plusYears(ContentLimits.PERIOD_YEARS);
    require("period", period == null || !period.to().isAfter(latest), Reason.TOO_LONG);
  }

  /** Asked for before the method is chosen, so what is told must be right whatever it is. */
  private void forms(ConnectingSystem system) {
    pattern("system.hostName", system.hostName(), HOST_NAMES);
    require(
        "system.addresses",
        system.addresses().stream().noneMatch(Cidr::isTooWide),
        Reason.TOO_WIDE);
  }

  private void webService(ApplicationContent content, CatalogueSnapshot catalogue) {
    ConnectingSystem system = content.system();
    given("system.name", system.name());
    given("system.operatingSystem", system.operatingSystem());
    given("system.language", system.language());
    given("system.database", system.database());
    given("system.hostName", system.hostName());
    require("system.addresses", !system.addresses().isEmpty(), Reason.MISSING);
    require("services", !content.services().isEmpty(), Reason.MISSING);
    for (ServiceRequest asked : content.services()) {
      offered(asked, catalogue.find(asked.service()));
    }
  }

  private void offered(ServiceRequest asked, Optional<ExchangeService> found) {
    String place = "services." + asked.service();
    if (found.isEmpty() || found.get().status() != ServiceStatus.OPEN) {
      faults.add(new ContentFault(place, Reason.NOT_OFFERED));
      return;
    }
    ExchangeService service = found.get();
    for (String name : asked.fields()) {
      require(place + ".fields." + name, service.findField(name).isPresent(), Reason.NOT_OFFERED);
    }
    boolean restricted =
        service.fields().stream()
            .filter(field -> asked.fields().isEmpty() || asked.fields().contains(field.xmlName()))
            .map(Field::dataClass)
            .anyMatch(DataClass.RESTRICTED::equals);
    if (restricted) {
      given(place + ".justification", asked.justification());
    }
  }

  private void text(String place, String value, int limit) {
    require(place, value.length() <= limit, Reason.TOO_LONG);
    require(place, !CONTROL.matcher(value).find(), Reason.MALFORMED);
  }

  private void pattern(String place, String value, Pattern form) {
    require(place, value.isEmpty() || form.matcher(value).matches(), Reason.MALFORMED);
  }

  private void given(String place, String value) {
    require(place, !value.isEmpty(), Reason.MISSING);
  }

  private void require(String place, boolean holds, Reason otherwise) {
    if (!holds) {
      faults.add(new ContentFault(place, otherwise));
    }
  }
}
