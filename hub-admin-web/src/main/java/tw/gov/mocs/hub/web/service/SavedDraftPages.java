package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.SavedDraft;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 服務草稿: saved, gone on with on another day or machine, or thrown away. */
@Controller
final class SavedDraftPages {

  static final String LIST = "/admin/services/drafts";
  private static final String ONE = LIST + "/{key}";
  private static final String DISCARD = ONE + "/discard";

  private final ServiceDrafts drafts;
  private final Catalogue catalogue;
  private final DraftForm form;
  private final ServiceTexts texts;
  private final RocFormat roc;
  private final CallerAddress addresses;

  SavedDraftPages(
      ServiceDrafts drafts,
      Catalogue catalogue,
      DraftForm form,
      ServiceTexts texts,
      RocFormat roc,
      CallerAddress addresses) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.form = form;
    this.texts = texts;
    this.roc = roc;
    this.addresses = addresses;
  }

  @PostMapping(path = "/admin/services/draft", params = "step=save")
  String save(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Typed typed = Typed.of(request).savable();
    if (!catalogue.current().tables().containsKey(typed.text("table"))) {
      return "redirect:/admin/services/new";
    }
    ServiceDrafts.Seen seen = typed.seen();
    try {
      drafts.save(seen.key(), seen.version(), typed.content(), actor(request));
      return "redirect:" + LIST + "/" + seen.key() + "?told=saved";
    } catch (HubException refusal) {
      response.setStatus(422);
      return form.show(mended(typed, refusal), fault(seen, locale), model);
    }
  }

  /** As it can be saved the next time. */
  private Typed mended(Typed typed, HubException refusal) {
    return switch (refusal.code()) {
      case CHANGED_MEANWHILE ->
          typed.savedAs(typed.key(), drafts.find(typed.key()).map(SavedDraft::version).orElse(0));
      case NOT_FOUND -> typed.savedAs("", 0);
      default -> throw refusal;
    };
  }

  private Faults fault(ServiceDrafts.Seen seen, Locale locale) {
    SavedDraft now = drafts.find(seen.key()).orElse(null);
    String text =
        now == null
            ? texts.text("composing.draft.gone", locale)
            : texts.text(
                "composing.draft.changed", locale, now.savedBy(), roc.moment(now.savedAt()));
    return new Faults().add("drafts", text);
  }

  @GetMapping(ONE)
  String resume(
      @PathVariable("key") String key,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Locale locale,
      Model model) {
    SavedDraft saved = drafts.get(key);
    model.addAttribute("draft", saved);
    model.addAttribute("told", "saved".equals(told) ? told : null);
    Typed typed = Typed.of(saved);
    return form.isOutdated(typed)
        ? form.changed(typed, locale, model)
        : form.show(typed, new Faults(), model);
  }

  @GetMapping(DISCARD)
  String ask(@PathVariable("key") String key, Model model) {
    return question(drafts.get(key), "", new Faults(), model);
  }

  @PostMapping(DISCARD)
  String discard(
      @PathVariable("key") String key,
      @RequestParam(name = "version", defaultValue = "0") int version,
      @RequestParam(name = "reason", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    SavedDraft draft = drafts.find(key).orElse(null);
    if (draft == null) {
      // A second click finds what the first one has done.
      return "redirect:" + LIST + "?told=discarded";
    }
    String reason = typed.replace("\r\n", "\n").strip();
    Faults faults = new Faults();
    faults.addReason(
        reason, ServiceRegister.LONGEST_REASON, (text, told) -> texts.text(text, locale, told));
    if (faults.isEmpty() && draft.version() != version) {
      String when = roc.moment(draft.savedAt());
      faults.add("reason", texts.text("composing.draft.changed", locale, draft.savedBy(), when));
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return question(draft, reason, faults, model);
    }
    try {
      drafts.discard(key, version, reason, actor(request));
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.NOT_FOUND) {
        throw refusal;
      }
    }
    return "redirect:" + LIST + "?told=discarded";
  }

  private static String question(SavedDraft draft, String reason, Faults faults, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ServiceRegister.LONGEST_REASON);
    model.addAttribute("faults", faults);
    return "service/discard";
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
