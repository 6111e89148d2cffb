package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.GrantedServices;
import tw.gov.mocs.hub.application.ServiceGrantee;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.exchange.ServiceTrial;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.posted.AnswerByGet;

/**
 * A draft of a service: its form, its page of what follows (difference, grants, contract, trial),
 * and its publication. Unless it is saved, the browser alone holds it until then.
 */
@Controller
final class DraftPages {

  private static final String PREVIEW = "service/preview";

  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final DraftForm form;
  private final GrantedServices granted;
  private final ServiceTrial trial;
  private final DraftReader reader;
  private final ServiceTexts texts;
  private final RocFormat roc;
  private final CallerAddress addresses;

  DraftPages(
      Catalogue catalogue,
      ServiceRegister register,
      DraftForm form,
      GrantedServices granted,
      ServiceTrial trial,
      DraftReader reader,
      ServiceTexts texts,
      RocFormat roc,
      CallerAddress addresses) {
    this.catalogue = catalogue;
    this.register = register;
    this.form = form;
    this.granted = granted;
    this.trial = trial;
    this.reader = reader;
    this.texts = texts;
    this.roc = roc;
    this.addresses = addresses;
  }

  @GetMapping("/admin/services/new")
  String begin(
      @RequestParam(name = "table", required = false) @Nullable String table, Model model) {
    if (table == null || !catalogue.current().tables().containsKey(table)) {
      model.addAttribute("tables", tables());
      return "service/new";
    }
    return form.show(Typed.of(table), new Faults(), model);
  }

  @GetMapping(ServicePages.ONE + "/edit")
  String edit(@PathVariable("code") String code, Model model) {
    return form.show(TypedVersion.of(register.get(code), roc), new Faults(), model);
  }

  /** Nothing of a draft is kept here: whoever comes back finds the list. */
  @GetMapping("/admin/services/draft")
  String list() {
    return "redirect:/admin/services";
  }

  /** A form as it was typed: with the tables that were chosen, or to be mended. */
  @PostMapping(path = "/admin/services/draft", params = "step=edit")
  String again(HttpServletRequest request, Model model) {
    return form.show(Typed.of(request), new Faults(), model);
  }

  @PostMapping(path = "/admin/services/draft", params = "step=join")
  String join(HttpServletRequest request, Model model) {
    return form.show(Typed.of(request).joining(), new Faults(), model);
  }

  /** The button of a join names its place. */
  @PostMapping(path = "/admin/services/draft", params = "unjoin")
  String unjoin(@RequestParam("unjoin") String place, HttpServletRequest request, Model model) {
    return form.show(Typed.of(request).withoutJoin(place), new Faults(), model);
  }

  @PostMapping(path = "/admin/services/draft", params = "step=check")
  String check(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Typed typed = Typed.of(request);
    if (form.isOutdated(typed)) {
      return changed(typed, response, locale, model);
    }
    DraftReader.Read read = reader.read(typed, locale);
    return read.faults().isEmpty()
        ? preview(typed, read, "", read.faults(), model)
        : refused(typed, read.faults(), response, model);
  }

  @PostMapping(path = "/admin/services/draft", params = "step=try")
  String tryOut(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Typed typed = Typed.of(request);
    if (form.isOutdated(typed)) {
      return changed(typed, response, locale, model);
    }
    DraftReader.Read read = reader.read(typed, locale);
    ExchangeService service = service(read);
    if (service == null || !read.faults().isEmpty()) {
      return refused(typed, read.faults(), response, model);
    }
    // It shows rows of the source, though masked.
    AnswerByGet.neverKeep(request);
    Faults faults = new Faults();
    try {
      model.addAttribute("rows", trial.rows(service, actor(request)));
    } catch (HubException e) {
      if (e.code() != ErrorCode.SOURCE_UNAVAILABLE && e.code() != ErrorCode.SOURCE_DRIFT) {
        throw e;
      }
      faults.add("trial", e.sentence(locale));
    }
    return preview(typed, read, reason(request), faults, model);
  }

  @PostMapping(path = "/admin/services/draft", params = "step=publish")
  String publish(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Typed typed = Typed.of(request);
    DraftReader.Read read = reader.read(typed, locale);
    ServiceRegister.Look look = read.look();
    if (look != null && look.present() != null && look.changes().isEmpty()) {
      // A second click finds what the first one has published.
      return published(look.present());
    }
    ExchangeService service = service(read);
    int version = look == null || look.present() == null ? 0 : look.present().version();
    if (version == typed.version()
        && (service == null || read.draft() == null || !read.faults().isEmpty())) {
      return refused(typed, read.faults(), response, model);
    }
    String reason = reason(request);
    Faults faults = new Faults();
    int limit = ServiceRegister.LONGEST_REASON;
    faults.addReason(reason, limit, (key, told) -> texts.text(key, locale, told));
    if (!faults.isEmpty() && service != null) {
      response.setStatus(422);
      return preview(typed, read, reason, faults, model);
    }
    try {
      register.publish(
          Objects.requireNonNull(read.draft(), "draft"),
          typed.seen(),
          typed.version(),
          reason,
          actor(request));
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw refusal;
      }
      return changed(typed, response, locale, model);
    }
    return published(register.get(typed.text("code")));
  }

  private static String published(ExchangeService service) {
    return "redirect:/admin/services/of/" + service.code() + "?told=published";
  }

  /** A preview would tell what another person has changed as if it were changed back. */
  private String changed(Typed typed, HttpServletResponse response, Locale locale, Model model) {
    response.setStatus(422);
    return form.changed(typed, locale, model);
  }

  private String refused(Typed typed, Faults faults, HttpServletResponse response, Model model) {
    response.setStatus(422);
    return form.show(typed, faults, model);
  }

  private String preview(
      Typed typed, DraftReader.Read read, String reason, Faults faults, Model model) {
    ServiceRegister.Look look = Objects.requireNonNull(read.look(), "look");
    ExchangeService service = Objects.requireNonNull(look.service(), "service");
    List<ServiceGrantee> grants = granted.of(service.code());
    ServicePages.addRole(model);
    ServicePages.addContract(service, model);
    model.addAttribute("typed", typed);
    model.addAttribute("present", look.present());
    model.addAttribute("changes", look.changes());
    model.addAttribute("standing", look.standing());
    model.addAttribute("grants", grants);
    model.addAttribute("grantCount", granted.counts().getOrDefault(service.code().value(), 0L));
    model.addAttribute("lines", ServicePages.fields(service, grants));
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ServiceRegister.LONGEST_REASON);
    model.addAttribute("faults", faults);
    return PREVIEW;
  }

  private static @Nullable ExchangeService service(DraftReader.Read read) {
    return read.look() == null ? null : read.look().service();
  }

  private List<ExchangeTable> tables() {
    return catalogue.current().tables().values().stream()
        .sorted(Comparator.comparing(ExchangeTable::name))
        .toList();
  }

  private static String reason(HttpServletRequest request) {
    String reason = request.getParameter("reason");
    return reason == null ? "" : reason.replace("\r\n", "\n").strip();
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
