package tw.gov.mocs.hub.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.application.Draft;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageKey;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.content.Markdown;
import tw.gov.mocs.hub.web.layout.Faults;

/** 申請服務: the services on offer, the drafts of the card, the 管理規範, and 開始申請. */
@Controller
final class OfferPages {

  /** Drafts that stand unfolded: with more of them, 開始申請 would be out of sight. */
  private static final int LATEST = 5;

  private final Applications applications;
  private final ApplicationSettings settings;
  private final Catalogue catalogue;
  private final ContentPages pages;
  private final CurrentApplicant applicants;
  private final MessageSource messages;

  OfferPages(
      Applications applications,
      ApplicationSettings settings,
      Catalogue catalogue,
      ContentPages pages,
      CurrentApplicant applicants,
      MessageSource messages) {
    this.applications = applications;
    this.settings = settings;
    this.catalogue = catalogue;
    this.pages = pages;
    this.applicants = applicants;
    this.messages = messages;
  }

  @GetMapping("/apply")
  String offer(HttpServletRequest request, Model model, Locale locale) {
    return page(applicants.of(request), new Faults(), model, locale);
  }

  @PostMapping("/apply")
  String begin(
      @RequestParam(defaultValue = "") String agree,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(required = false) @Nullable String form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Applicant applicant = applicants.of(request);
    String present = String.valueOf(pages.get(PageKey.TERMS_OF_USE).version());
    Faults faults = new Faults();
    if (!present.equals(version)) {
      faults.add("agree", messages.getMessage("apply.terms.changed", null, locale));
    } else if (!agree.equals("yes")) {
      faults.add("agree", messages.getMessage("apply.terms.agree.missing", null, locale));
    }
    if (faults.isEmpty()) {
      String key = form == null ? Applications.newFormKey() : form;
      try {
        return "redirect:/apply/" + applications.beginOnce(key, present, applicant).id() + "/1";
      } catch (HubException e) {
        // Too many drafts: the page says so.
        if (e.code() != ErrorCode.STATE_CONFLICT) {
          throw e;
        }
      }
    }
    response.setStatus(422);
    return page(applicant, faults, model, locale);
  }

  private String page(Applicant applicant, Faults faults, Model model, Locale locale) {
    CatalogueSnapshot current = catalogue.current();
    ContentPage present = pages.get(PageKey.TERMS_OF_USE);
    List<Draft> drafts = applications.drafts(applicant);
    model.addAttribute(
        "services", current.offer().stream().flatMap(code -> current.find(code).stream()).toList());
    model.addAttribute("drafts", drafts);
    model.addAttribute("latest", Math.min(LATEST, drafts.size()));
    model.addAttribute("byHandshake", settings.handshakeSignature());
    model.addAttribute("full", drafts.size() >= ContentLimits.DRAFTS);
    model.addAttribute("most", ContentLimits.DRAFTS);
    model.addAttribute("terms", Markdown.toHtml(present.body().in(locale)));
    model.addAttribute("termsOfUse", present);
    model.addAttribute("form", Applications.newFormKey());
    model.addAttribute("faults", faults);
    return "apply/offer";
  }
}
