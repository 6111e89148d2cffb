package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.agency.CertificateControl;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 暫停, 恢復使用, 並用期限, 終止使用 of a registered certificate. */
@Controller
final class KeptActPages {

  private static final String PATH = KeptPage.ONE + "/{act:suspend|resume|limit|end}";
  private static final Set<ErrorCode> TOLD =
      Set.of(ErrorCode.CHANGED_MEANWHILE, ErrorCode.STATE_CONFLICT);

  private final KeptCertificates certificates;
  private final CertificateControl control;
  private final CertificateAttributes attributes;
  private final AgencyTexts texts;
  private final CallerAddress addresses;
  private final RocFormat roc;
  private final Clock clock;

  KeptActPages(
      KeptCertificates certificates,
      CertificateControl control,
      CertificateAttributes attributes,
      AgencyTexts texts,
      CallerAddress addresses,
      RocFormat roc,
      Clock clock) {
    this.certificates = certificates;
    this.control = control;
    this.attributes = attributes;
    this.texts = texts;
    this.addresses = addresses;
    this.roc = roc;
    this.clock = clock;
  }

  /** What was typed. */
  record Typed(@Nullable Long version, @Nullable String reason, @Nullable String until) {

    long seen() {
      return version == null ? 0 : version;
    }

    String words() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }

    String day() {
      return until == null ? "" : until.strip();
    }
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("thumbprint") String thumbprint,
      @PathVariable("act") String name,
      Model model) {
    KeptAct act = KeptAct.named(name);
    KeptCertificate kept = certificates.get(thumbprint);
    return act.fits(kept.state())
        ? question(kept, act, new Typed(null, "", ""), new Faults(), model)
        : "redirect:/admin/certificates/" + thumbprint;
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("thumbprint") String thumbprint,
      @PathVariable("act") String name,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    KeptAct act = KeptAct.named(name);
    KeptCertificate kept = certificates.get(thumbprint);
    String done = "redirect:/admin/certificates/" + thumbprint + "?told=" + act.path();
    if (!act.fits(kept.state()) || (act == KeptAct.LIMIT && typed.seen() == kept.version() - 1)) {
      // A second click finds what the first one did.
      return done;
    }
    RocDay until = RocDay.of(typed.day());
    Faults faults = faults(kept, act, typed, until, locale);
    if (faults.isEmpty()) {
      try {
        apply(kept, act, typed.seen(), typed.words(), until.day(), request);
        return done;
      } catch (HubException refusal) {
        if (!TOLD.contains(refusal.code())) {
          throw refusal;
        }
        faults.add("reason", refusal.sentence(locale));
      }
    }
    response.setStatus(422);
    return question(certificates.get(thumbprint), act, typed, faults, model);
  }

  private void apply(
      KeptCertificate kept,
      KeptAct act,
      long version,
      String reason,
      @Nullable LocalDate until,
      HttpServletRequest request) {
    Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
    String thumbprint = kept.thumbprint();
    switch (act) {
      case SUSPEND -> control.suspend(thumbprint, version, reason, actor);
      case RESUME -> control.resume(thumbprint, version, reason, actor);
      case LIMIT -> control.limit(thumbprint, version, until, reason, actor);
      case END -> control.end(thumbprint, version, reason, actor);
      case CONFIRM, DECLINE -> throw new IllegalStateException("of a proposal alone: " + act);
    }
  }

  private Faults faults(
      KeptCertificate kept, KeptAct act, Typed typed, RocDay until, Locale locale) {
    Faults faults = new Faults();
    LocalDate day = until.day();
    // Nothing typed takes the limit away.
    boolean wrong =
        day == null ? !typed.day().isEmpty() : day.isBefore(today()) || day.isAfter(last(kept));
    if (act == KeptAct.LIMIT && until.isUnread()) {
      faults.add("until", texts.text(until.wrong(), locale, until.told()));
    } else if (act == KeptAct.LIMIT && wrong) {
      faults.add(
          "until", texts.text("kept.until.wrong", locale, roc.day(today()), roc.day(last(kept))));
    }
    faults.addReason(
        typed.words(), AgencyRegister.LONGEST_REASON, (key, told) -> texts.text(key, locale, told));
    return faults;
  }

  private String question(
      KeptCertificate kept, KeptAct act, Typed typed, Faults faults, Model model) {
    model.addAttribute("line", KeptLine.of(kept, attributes, clock.instant()));
    model.addAttribute("act", act);
    model.addAttribute("reason", typed.words());
    model.addAttribute("until", typed.day());
    model.addAttribute("last", last(kept));
    model.addAttribute("faults", faults);
    model.addAttribute("limit", AgencyRegister.LONGEST_REASON);
    return "agency/certificate-act";
  }

  private static LocalDate last(KeptCertificate kept) {
    return RocDate.dayOf(kept.certificate().getNotAfter().toInstant());
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
