package tw.gov.mocs.hub.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentDesk;
import tw.gov.mocs.hub.incident.IncidentEntry;
import tw.gov.mocs.hub.incident.IncidentNote.Kind;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 指派 and 內部註記 of an incident. */
@Controller
final class DeskPages {

  private static final String PAGE = "/admin/incidents/{number:[0-9]{8}}";

  private final Incidents incidents;
  private final IncidentDesk desk;
  private final SupportView view;
  private final CallerAddress addresses;
  private final MessageSource messages;

  DeskPages(
      Incidents incidents,
      IncidentDesk desk,
      SupportView view,
      CallerAddress addresses,
      MessageSource messages) {
    this.incidents = incidents;
    this.desk = desk;
    this.view = view;
    this.addresses = addresses;
    this.messages = messages;
  }

  /** What was typed, and the version of the notes that was looked at. */
  record Sent(Integer desk, String note, String assignee) {

    Sent {
      desk = desk == null ? 0 : desk;
      note = note == null ? "" : note;
      assignee = assignee == null ? "" : assignee;
    }
  }

  @PostMapping(PAGE + "/note")
  String note(
      @PathVariable("number") String number,
      Sent sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Faults faults = length(sent, true);
    if (faults.isEmpty()) {
      try {
        desk.note(new IncidentNumber(number), sent.desk(), sent.note(), actor(request));
      } catch (HubException e) {
        if (!isDone(e, number, Kind.NOTED, sent)) {
          refuse(e, "note", faults);
        }
      }
    }
    return end(number, "note", sent, faults, response, model);
  }

  @PostMapping(PAGE + "/assign")
  String assign(
      @PathVariable("number") String number,
      Sent sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Faults faults = length(sent, false);
    if (faults.isEmpty()) {
      String whom = sent.assignee().isEmpty() ? null : sent.assignee();
      try {
        desk.assign(new IncidentNumber(number), sent.desk(), whom, sent.note(), actor(request));
      } catch (HubException e) {
        if (!isDone(e, number, Kind.ASSIGNED, sent)) {
          refuse(e, "assignee", faults);
        }
      }
    }
    return end(number, "assign", sent, faults, response, model);
  }

  /** A second click: the first has done it. */
  private boolean isDone(HubException e, String number, Kind kind, Sent sent) {
    String whom = kind == Kind.NOTED || sent.assignee().isEmpty() ? null : sent.assignee();
    return e.code() == ErrorCode.CHANGED_MEANWHILE
        && desk.look(new IncidentNumber(number)).has(kind, whom, sent.note(), sent.desk());
  }

  private Faults length(Sent sent, boolean needed) {
    Faults faults = new Faults();
    if (needed && sent.note().isBlank()) {
      faults.add("note", text("support.note.missing"));
    } else if (!sent.note().isBlank() && !Incidents.faultsOfRemark(sent.note()).isEmpty()) {
      faults.add("note", text("support.note.long", IncidentEntry.LONGEST));
    }
    return faults;
  }

  private void refuse(HubException e, String place, Faults faults) {
    switch (e.code()) {
      case CHANGED_MEANWHILE -> faults.add(place, text("support.desk.changed"));
      case STATE_CONFLICT -> faults.add("assignee", text("support.assignee.same"));
      case VALUE_INVALID -> faults.add("assignee", text("support.assignee.unknown"));
      default -> throw e;
    }
  }

  private String end(
      String number,
      String told,
      Sent sent,
      Faults faults,
      HttpServletResponse response,
      Model model) {
    if (faults.isEmpty()) {
      return "redirect:/admin/incidents/" + number + "?told=" + told;
    }
    response.setStatus(422);
    Incident incident = incidents.get(new IncidentNumber(number));
    return view.show(
        incident,
        new SupportView.Seen(incident.version(), sent.desk()),
        new SupportView.Typed("", sent.note(), sent.assignee()),
        faults,
        model);
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private String text(String key, Object... told) {
    return messages.getMessage(key, told, LocaleContextHolder.getLocale());
  }
}
