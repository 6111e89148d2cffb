package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Review;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.TermsFault;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.posted.AnswerByGet;
import tw.gov.mocs.hub.web.review.DecisionForm.Read;

/** 審核: the form of the first reviewer, a preview of what would come of it, and the decision. */
@Controller
final class DecisionPages {

  private final ReviewedApplications applications;
  private final Reviews reviews;
  private final Offers offers;
  private final Shortcuts shortcuts;
  private final DecisionForm form;
  private final DecisionView view;
  private final Extracts extracts;
  private final CallerAddress addresses;

  DecisionPages(
      ReviewedApplications applications,
      Reviews reviews,
      Offers offers,
      Shortcuts shortcuts,
      DecisionForm form,
      DecisionView view,
      Extracts extracts,
      CallerAddress addresses) {
    this.applications = applications;
    this.reviews = reviews;
    this.offers = offers;
    this.shortcuts = shortcuts;
    this.form = form;
    this.view = view;
    this.extracts = extracts;
    this.addresses = addresses;
  }

  @GetMapping("/admin/reviews/{number}/decide")
  String begin(
      @PathVariable("number") String number,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    if (application.status() != ApplicationStatus.PENDING) {
      return ReviewedApplications.page(application, "unfit");
    }
    if (!reviews.mayReview(application, actor(request))) {
      return ReviewedApplications.page(application);
    }
    List<Offer> all = offers.of(application, locale);
    return view.form(
        application, all, shortcuts.asked(application, all), new Faults(), locale, model);
  }

  @PostMapping("/admin/reviews/{number}/decide")
  String decide(
      @PathVariable("number") String number,
      @RequestParam(name = "version", defaultValue = "0") int version,
      @RequestParam(name = "action", defaultValue = "preview") String action,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    Inputs inputs = Inputs.of(request);
    List<Offer> all = offers.of(application, locale);
    if (isOwn(application)) {
      return ReviewedApplications.page(application, told(application));
    }
    if (application.status() != ApplicationStatus.PENDING || version != application.version()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return view.changed(application, all, inputs, locale, model);
    }
    if (!action.equals("preview") && !action.equals("decide")) {
      Inputs filled = shortcuts.apply(action, inputs, all);
      if (action.equals("own")) {
        model.addAttribute("owned", Shortcuts.owned(filled, all));
      }
      return view.form(application, all, filled, new Faults(), locale, model);
    }
    Actor actor = actor(request);
    Read read = form.read(inputs, application, all, locale);
    GrantTerms terms = read.terms();
    if (terms != null) {
      List<TermsFault> found = reviews.preview(application, terms).faults();
      view.faults(certain(found, read), inputs, all, read.faults(), locale);
    }
    if (!read.faults().isEmpty()) {
      response.setStatus(422);
      return view.form(application, all, inputs, read.faults(), locale, model);
    }
    if (action.equals("preview")) {
      if (application.content().method() == DeliveryMethod.ONE_TIME_FILE) {
        // It shows rows of the source, though masked.
        AnswerByGet.neverKeep(request);
      }
      return preview(application, inputs, terms, actor, locale, model);
    }
    try {
      return ReviewedApplications.page(
          application, told(decided(application, version, inputs, terms, actor)));
    } catch (HubException e) {
      return refused(number, e, inputs, locale, response, model);
    }
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  /** Of terms that lack what could not be read: what is wrong with the rest all the same. */
  private static List<TermsFault> certain(List<TermsFault> found, Read read) {
    return read.faults().isEmpty()
        ? found
        : found.stream().filter(fault -> fault.reason().ofCondition()).toList();
  }

  private String preview(
      Application application,
      Inputs inputs,
      @Nullable GrantTerms terms,
      Actor actor,
      Locale locale,
      Model model) {
    if (terms == null) {
      return view.rejection(application, inputs, model);
    }
    Extracts.Counted counted = extracts.count(application, terms, actor);
    model.addAttribute("parts", counted.parts());
    return view.preview(
        application,
        inputs,
        counted.terms(),
        reviews.preview(application, counted.terms()),
        locale,
        model);
  }

  private Application decided(
      Application application,
      int version,
      Inputs inputs,
      @Nullable GrantTerms terms,
      Actor actor) {
    ApplicationNumber known = application.number().orElseThrow();
    String note = inputs.text("note");
    return terms == null
        ? reviews.reject(known, version, note, actor)
        : reviews.approve(
            known, version, extracts.count(application, terms, actor).terms(), note, actor);
  }

  private String refused(
      String number,
      HubException refusal,
      Inputs inputs,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    Application now = applications.get(number);
    List<Offer> all = offers.of(now, locale);
    if (refusal.code() == ErrorCode.CHANGED_MEANWHILE
        || refusal.code() == ErrorCode.STATE_CONFLICT) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return view.changed(now, all, inputs, locale, model);
    }
    if (refusal.code() == ErrorCode.LETTER_MISSING
        || refusal.code() == ErrorCode.DUTIES_NOT_SEPARATE) {
      response.setStatus(422);
      Faults faults = new Faults();
      faults.add("decision", refusal.sentence(locale));
      return view.form(now, all, inputs, faults, locale, model);
    }
    throw refusal;
  }

  /** A second click finds what the first one decided. */
  private static boolean isOwn(Application application) {
    String name = LoginSession.holder().orElseThrow().name();
    Optional<Review> first = application.reviews().stream().findFirst();
    return first.isPresent() && first.get().reviewer().equals(name);
  }

  private static String told(Application decided) {
    return switch (decided.status()) {
      case SECOND_REVIEW -> "second";
      case REJECTED -> "rejected";
      default -> "decided";
    };
  }
}
