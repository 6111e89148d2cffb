package tw.gov.mocs.hub.incident;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.incident.IncidentFault.Reason;
import tw.gov.mocs.hub.notice.MailAddress;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/** Finds everything that is wrong with a report, at once. */
final class IncidentCheck {

  private static final Pattern PHONE = Pattern.compile("[^0-9\\n\\t]*+[0-9][^\\n\\t]*+");
  private static final Pattern LINE = Pattern.compile("\\P{Cc}*");
  private static final Pattern LINES = Pattern.compile("[\\P{Cc}\\n\\t]*");

  private final List<IncidentFault> faults = new ArrayList<>();

  private IncidentCheck() {}

  /**
   * What is wrong with the content.
   *
   * @param now by Taipei time
   * @param own whether an application is the agency's
   */
  static List<IncidentFault> of(
      IncidentContent content,
      CatalogueSnapshot catalogue,
      LocalDateTime now,
      Predicate<ApplicationNumber> own) {
    IncidentCheck check = new IncidentCheck();
    check.contact(content);
    check.occurrence(content, now);
    check.application(content.applicationNo(), own);
    check.service(content.serviceCode(), catalogue);
    check.text("callId", content.callId(), IncidentContent.LONGEST_CALL_ID, LINE);
    check.given("description", content.description());
    check.text("description", content.description(), IncidentContent.LONGEST_DESCRIPTION, LINES);
    check.attachments(content.attachments());
    return List.copyOf(check.faults);
  }

  /** What is wrong with an answer, a reason or a remark. */
  static List<IncidentFault> ofSaid(String said) {
    IncidentCheck check = new IncidentCheck();
    check.given("said", said);
    check.text("said", said, IncidentEntry.LONGEST, LINES);
    return List.copyOf(check.faults);
  }

  /** The same of what the ministry says to the agency, which is told of it by mail. */
  static List<IncidentFault> ofAnswer(String said) {
    return IdentityForms.in(said)
        ? List.of(new IncidentFault("said", Reason.NUMBER))
        : ofSaid(said);
  }

  /** VALUE_INVALID with all the faults, if there are any. */
  static void refuse(List<IncidentFault> faults) {
    if (!faults.isEmpty()) {
      String all = faults.stream().map(IncidentFault::toString).collect(Collectors.joining(", "));
      throw new HubException(ErrorCode.VALUE_INVALID, all, "錯誤回報", all);
    }
  }

  private void contact(IncidentContent content) {
    given("contactName", content.contactName());
    text("contactName", content.contactName(), IncidentContent.LONGEST_NAME, LINE);
    given("contactPhone", content.contactPhone());
    text("contactPhone", content.contactPhone(), IncidentContent.LONGEST_PHONE, LINE);
    form("contactPhone", content.contactPhone(), text -> PHONE.matcher(text).matches());
    given("contactMail", content.contactMail());
    if (content.contactMail().length() > IncidentContent.LONGEST_MAIL) {
      fault("contactMail", Reason.TOO_LONG);
    } else {
      form("contactMail", content.contactMail(), MailAddress::matches);
    }
  }

  private void occurrence(IncidentContent content, LocalDateTime now) {
    LocalDate day = content.occurredOn();
    if (day == null) {
      fault("occurredOn", Reason.MISSING);
    } else if (day.isAfter(now.toLocalDate())) {
      fault("occurredOn", Reason.FUTURE);
    } else if (day.isBefore(IncidentContent.earliest(now.toLocalDate()))) {
      fault("occurredOn", Reason.TOO_EARLY);
    } else if (content.occurredAt() != null && day.atTime(content.occurredAt()).isAfter(now)) {
      fault("occurredAt", Reason.FUTURE);
    }
  }

  private void application(String typed, Predicate<ApplicationNumber> own) {
    if (typed.isEmpty()) {
      return;
    }
    if (!ApplicationNumber.matches(typed)) {
      fault("applicationNo", Reason.MALFORMED);
    } else if (!own.test(new ApplicationNumber(typed))) {
      fault("applicationNo", Reason.UNKNOWN);
    }
  }

  private void service(String typed, CatalogueSnapshot catalogue) {
    if (typed.isEmpty()) {
      return;
    }
    if (!ServiceCode.matches(typed)) {
      fault("serviceCode", Reason.MALFORMED);
    } else if (catalogue.find(new ServiceCode(typed)).isEmpty()) {
      fault("serviceCode", Reason.UNKNOWN);
    }
  }

  private void attachments(List<Attachment> attachments) {
    if (attachments.size() > IncidentContent.MOST_ATTACHMENTS) {
      fault("attachments", Reason.TOO_LONG);
    }
    if (attachments.stream().map(Attachment::fileId).distinct().count() < attachments.size()) {
      fault("attachments", Reason.REPEATED);
    }
  }

  private void given(String place, String value) {
    if (value.isEmpty()) {
      fault(place, Reason.MISSING);
    }
  }

  private void text(String place, String value, int limit, Pattern allowed) {
    if (value.length() > limit) {
      fault(place, Reason.TOO_LONG);
    } else {
      form(place, value, text -> allowed.matcher(text).matches());
    }
  }

  private void form(String place, @Nullable String value, Predicate<String> form) {
    IncidentFault malformed = new IncidentFault(place, Reason.MALFORMED);
    if (value != null && !value.isEmpty() && !form.test(value) && !faults.contains(malformed)) {
      faults.add(malformed);
    }
  }

  private void fault(String place, Reason reason) {
    faults.add(new IncidentFault(place, reason));
  }
}
