package tw.gov.mocs.hub.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.incident.IncidentFaultTexts;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** One incident of any agency: what was reported and said, and 回復, 結案, 重新處理. */
@Controller
final class SupportPages {

  private static final Set<String> TOLD = Set.of("answer", "close", "reopen", "note", "assign");
  private static final String PAGE = "/admin/incidents/{number:[0-9]{8}}";

  private final Incidents incidents;
  private final SupportView view;
  private final CallerAddress addresses;
  private final IncidentFaultTexts texts;
  private final MessageSource messages;

  SupportPages(
      Incidents incidents,
      SupportView view,
      CallerAddress addresses,
      IncidentFaultTexts texts,
      MessageSource messages) {
    this.incidents = incidents;
    this.view = view;
    this.addresses = addresses;
    this.texts = texts;
    this.messages = messages;
  }

  @GetMapping(PAGE)
  String detail(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    Incident incident = incidents.get(new IncidentNumber(number));
    model.addAttribute("told", TOLD.contains(String.valueOf(told)) ? told : null);
    return view.show(incident, model);
  }

  /** What was typed, and the versions of incident and notes that were looked at. */
  record Sent(Integer version, Integer desk, String said) {

    Sent {
      version = version == null ? 0 : version;
      desk = desk == null ? 0 : desk;
      said = said == null ? "" : said;
    }
  }

  @PostMapping(PAGE + "/{act:answer|close|reopen}")
  String act(
      @PathVariable("number") String number,
      @PathVariable("act") String name,
      Sent sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SupportAct act = SupportAct.named(name).orElseThrow();
    int version = sent.version();
    String said = sent.said();
    SupportView.Seen seen = new SupportView.Seen(version, sent.desk());
    Incident before = incidents.get(new IncidentNumber(number));
    Faults faults = maySayNothing(act, before, said) ? new Faults() : texts.ofAnswer(said);
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return show(before, seen, said, faults, model);
    }
    try {
      apply(act, before.number(), version, said, request);
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE && e.code() != ErrorCode.STATE_CONFLICT) {
        throw e;
      }
      Incident now = incidents.get(before.number());
      if (!now.has(act.kind(), said, version)) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        Faults changed = new Faults().add("said", text("support.changed"));
        return show(now, seen, said, changed, model);
      }
      // A second click: the first has done it.
    }
    return "redirect:/admin/incidents/" + number + "?told=" + act.path();
  }

  /** What was answered before may be closed without a word. */
  private static boolean maySayNothing(SupportAct act, Incident incident, String said) {
    return act == SupportAct.CLOSE && said.isBlank() && !incident.handling().isEmpty();
  }

  private void apply(
      SupportAct act, IncidentNumber number, int version, String said, HttpServletRequest request) {
    Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
    switch (act) {
      case ANSWER -> incidents.answer(number, version, said, actor);
      case CLOSE -> incidents.close(number, version, said, actor);
      case REOPEN -> incidents.reopen(number, version, said, actor);
    }
  }

  private String show(
      Incident incident, SupportView.Seen seen, String said, Faults faults, Model model) {
    return view.show(incident, seen, new SupportView.Typed(said, "", ""), faults, model);
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
