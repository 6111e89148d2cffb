package tw.gov.mocs.hub.web.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentContent;
import tw.gov.mocs.hub.incident.IncidentEntry;
import tw.gov.mocs.hub.incident.IncidentFault;
import tw.gov.mocs.hub.incident.IncidentFault.Reason;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.web.layout.Faults;

/** What is wrong with a report, as sentences of the page's language. */
@Component
public final class IncidentFaultTexts {

  /** The inputs, as they stand on the page. */
  private static final List<String> ORDER =
      List.of(
          "contactName",
          "contactPhone",
          "contactMail",
          "occurredOn",
          "occurredAt",
          "applicationNo",
          "serviceCode",
          "callId",
          "description",
          "attachments");

  private final MessageSource messages;

  IncidentFaultTexts(MessageSource messages) {
    this.messages = messages;
  }

  Faults of(List<IncidentFault> found, ReportForm form) {
    Faults faults = new Faults();
    for (IncidentFault fault : found) {
      boolean unread = fault.place().equals("occurredOn") && form.day().isUnread();
      faults.add(
          fault.place(),
          unread
              ? text(form.day().wrong(), form.day().told())
              : text(fault.place(), fault.reason()));
    }
    if (form.hasNoTime()) {
      faults.add("occurredAt", text("occurredAt", Reason.MALFORMED));
    }
    return inOrder(faults);
  }

  private static Faults inOrder(Faults faults) {
    Faults ordered = new Faults();
    faults.all().stream()
        .sorted(Comparator.comparingInt(fault -> ORDER.indexOf(fault.field())))
        .forEach(ordered::add);
    return ordered;
  }

  /** That 上傳 was pressed without a file. */
  String noneChosen() {
    return text("apply.file.none");
  }

  /** That a file was not taken, and what to do about it. */
  String refused(String why) {
    Locale locale = LocaleContextHolder.getLocale();
    return messages.getMessage("incident.file.refused", new Object[] {why}, locale);
  }

  /** What is wrong with what was said to an incident. */
  public Faults ofRemark(String said) {
    return ofSaid(Incidents.faultsOfRemark(said));
  }

  /** What is wrong with what the ministry says to its agency. */
  public Faults ofAnswer(String said) {
    return ofSaid(Incidents.faultsOfAnswer(said));
  }

  private Faults ofSaid(List<IncidentFault> found) {
    Faults faults = new Faults();
    found.forEach(fault -> faults.add(fault.place(), text(fault.place(), fault.reason())));
    return faults;
  }

  /** That a remark was not added, because the incident was handled meanwhile. */
  Faults ofChange(Incident now) {
    boolean open = now.status() == IncidentStatus.IN_PROGRESS;
    String key = open ? "incident.remark.changed" : "incident.remark.closed";
    return new Faults().add(open ? "said" : "unsent", text(key));
  }

  private String text(String key, Object... told) {
    return messages.getMessage(key, told, LocaleContextHolder.getLocale());
  }

  private String text(String place, Reason reason) {
    Locale locale = LocaleContextHolder.getLocale();
    String own = "incident.fault." + place + "." + reason;
    String name = messages.getMessage("incident." + place, null, locale);
    String general =
        messages.getMessage("incident.fault." + reason, new Object[] {name, limit(place)}, locale);
    return String.valueOf(messages.getMessage(own, new Object[] {limit(place)}, general, locale));
  }

  private static int limit(String place) {
    return switch (place) {
      case "occurredOn" -> IncidentContent.YEARS_BACK;
      case "contactName" -> IncidentContent.LONGEST_NAME;
      case "contactPhone" -> IncidentContent.LONGEST_PHONE;
      case "contactMail" -> IncidentContent.LONGEST_MAIL;
      case "callId" -> IncidentContent.LONGEST_CALL_ID;
      case "attachments" -> IncidentContent.MOST_ATTACHMENTS;
      case "said" -> IncidentEntry.LONGEST;
      default -> IncidentContent.LONGEST_DESCRIPTION;
    };
  }
}
