package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.delivery.Pickups;
import tw.gov.mocs.hub.delivery.SealForm;
import tw.gov.mocs.hub.delivery.Ticket;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.review.ReviewedApplications;
import tw.gov.mocs.hub.web.review.TermsSheet;

/** 檔案交換管理: what was granted as a file, how far its files are, and the start of one. */
@Controller
final class DeliveryPages {

  private static final String PATH = "/admin/deliveries/{number}";
  private static final String SECONDS_UNTIL_ANEW = "3";

  private final GrantControl grants;
  private final Applications applications;
  private final Deliveries deliveries;
  private final Pickups pickups;
  private final TermsSheet terms;
  private final ActHistory history;
  private final CallerAddress addresses;

  DeliveryPages(
      GrantControl grants,
      Applications applications,
      Deliveries deliveries,
      Pickups pickups,
      TermsSheet terms,
      ActHistory history,
      CallerAddress addresses) {
    this.grants = grants;
    this.applications = applications;
    this.deliveries = deliveries;
    this.pickups = pickups;
    this.terms = terms;
    this.history = history;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String show(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      @RequestParam(name = "still", required = false) @Nullable String still,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    ApplicationNumber known = ReviewedApplications.number(number);
    List<Delivery> files = deliveries.of(known);
    if (still == null && files.stream().anyMatch(DeliveryPages::underWay)) {
      response.setHeader("Refresh", SECONDS_UNTIL_ANEW);
    }
    model.addAttribute("told", DeliveryAct.known(told));
    return page(known, files, actor(request), new Faults(), locale, model);
  }

  @PostMapping(PATH)
  String start(
      @PathVariable("number") String number,
      @RequestParam(name = "form", defaultValue = "GCM") SealForm form,
      @RequestParam(name = "seen", defaultValue = "-1") int seen,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    ApplicationNumber known = ReviewedApplications.number(number);
    Faults faults = new Faults();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      deliveries.start(known, form, actor(request));
      return started(known);
    } catch (HubException e) {
      if (e.code() == ErrorCode.ALREADY_EXISTS && isSecondClick(known, seen, actor(request))) {
        return started(known);
      }
      faults.add("start", e.sentence(locale));
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return page(known, deliveries.of(known), actor(request), faults, locale, model);
  }

  private static String started(ApplicationNumber number) {
    return "redirect:/admin/deliveries/" + number + "?told=start";
  }

  /**
   * Whether this person has started one more file than his page listed: the first of two clicks.
   */
  private boolean isSecondClick(ApplicationNumber number, int seen, Actor actor) {
    List<Delivery> files = deliveries.of(number);
    return files.size() == seen + 1 && files.get(0).startedBy().equals(actor.name());
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private String page(
      ApplicationNumber number,
      List<Delivery> files,
      Actor actor,
      Faults faults,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    Map<String, List<Ticket>> tickets = new LinkedHashMap<>();
    files.forEach(file -> tickets.put(file.deliveryNo(), pickups.tickets(file.deliveryNo())));
    boolean auditor = LoginSession.holder().orElseThrow().role() == Role.AUDITOR;
    boolean separate = deliveries.mayHandle(application.agencyId(), actor);
    boolean acts = !auditor && separate;
    GrantLine line = grants.line(number);
    boolean idle = acts && files.stream().noneMatch(one -> one.status().open());
    model.addAttribute("number", number);
    model.addAttribute("line", line);
    model.addAttribute("decisions", terms.of(application, locale));
    model.addAttribute("files", files);
    model.addAttribute("tickets", tickets);
    model.addAttribute(
        "lost", files.stream().filter(pickups::canBeReissued).map(Delivery::deliveryNo).toList());
    model.addAttribute("history", history.of(number.value()));
    model.addAttribute("forms", SealForm.values());
    model.addAttribute("faults", faults);
    model.addAttribute("acts", acts);
    model.addAttribute("barred", !auditor && !separate);
    model.addAttribute("withheld", withheld(files, locale));
    model.addAttribute("idle", idle);
    model.addAttribute("startable", idle && line.status() == GrantStatus.ACTIVE);
    return "delivery/page";
  }

  /** Why the agency cannot take a file that is ready, by its number. */
  private Map<String, String> withheld(List<Delivery> files, Locale locale) {
    Map<String, String> reasons = new HashMap<>();
    for (Delivery file : files) {
      if (file.status() == DeliveryStatus.READY) {
        pickups
            .refusal(file)
            .ifPresent(why -> reasons.put(file.deliveryNo(), why.sentence(locale)));
      }
    }
    return reasons;
  }

  private static boolean underWay(Delivery file) {
    return file.status() == DeliveryStatus.QUEUED || file.status() == DeliveryStatus.RUNNING;
  }
}
