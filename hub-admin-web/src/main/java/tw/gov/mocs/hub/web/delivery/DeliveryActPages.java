package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.Pickups;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.review.ReviewedApplications;

/** 取消 and 准予重新下載: each after a page that says what it does and asks for a reason. */
@Controller
final class DeliveryActPages {

  private static final String PATH =
      "/admin/deliveries/{number}/{file:[0-9A-Z]{26}}/{act:cancel|reissue}";

  private final Deliveries deliveries;
  private final Pickups pickups;
  private final CallerAddress addresses;
  private final MessageSource messages;

  DeliveryActPages(
      Deliveries deliveries, Pickups pickups, CallerAddress addresses, MessageSource messages) {
    this.deliveries = deliveries;
    this.pickups = pickups;
    this.addresses = addresses;
    this.messages = messages;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("number") String number,
      @PathVariable("file") String fileNo,
      @PathVariable("act") String name,
      HttpServletRequest request,
      Model model) {
    DeliveryAct act = DeliveryAct.named(name).orElseThrow();
    Delivery file = file(number, fileNo);
    if (!deliveries.mayHandle(file.agencyId(), actor(request))) {
      // Its page says why nothing is offered.
      return page(number, "");
    }
    boolean asked = act == DeliveryAct.CANCEL ? act.fits(file) : pickups.canBeReissued(file);
    return asked ? question(file, act, "", new Faults(), model) : page(number, "");
  }

  /** What was typed on the page of a file of this version. */
  record Typed(@Nullable Integer version, @Nullable String reason) {

    int seen() {
      return version == null ? 0 : version;
    }

    String tidy() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("number") String number,
      @PathVariable("file") String fileNo,
      @PathVariable("act") String name,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Locale locale = LocaleContextHolder.getLocale();
    DeliveryAct act = DeliveryAct.named(name).orElseThrow();
    Delivery file = file(number, fileNo);
    String reason = typed.tidy();
    if (!act.fits(file) || typed.seen() == file.version() - 1 && act == DeliveryAct.REISSUE) {
      // A second click finds what the first one did.
      return page(number, "?told=" + act.path());
    }
    Faults faults = faults(reason, locale);
    if (faults.isEmpty()) {
      try {
        apply(act, file, typed.seen(), reason, request);
        return page(number, "?told=" + act.path());
      } catch (HubException e) {
        if (e.code() != ErrorCode.CHANGED_MEANWHILE && e.code() != ErrorCode.STATE_CONFLICT) {
          throw e;
        }
        faults.add("reason", text("delivery.changed", locale));
      }
    }
    response.setStatus(422);
    return question(file(number, fileNo), act, reason, faults, model);
  }

  private void apply(
      DeliveryAct act, Delivery file, int version, String reason, HttpServletRequest request) {
    Actor actor = actor(request);
    switch (act) {
      case CANCEL -> deliveries.cancel(file.deliveryNo(), version, reason, actor);
      case REISSUE -> pickups.allowAnother(file.deliveryNo(), version, reason, actor);
    }
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private Faults faults(String reason, Locale locale) {
    Faults faults = new Faults();
    faults.addReason(reason, Deliveries.LONGEST_REASON, (key, told) -> text(key, locale, told));
    return faults;
  }

  private static String question(
      Delivery file, DeliveryAct act, String reason, Faults faults, Model model) {
    model.addAttribute("file", file);
    model.addAttribute("act", act);
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    model.addAttribute("limit", Deliveries.LONGEST_REASON);
    return "delivery/act";
  }

  /** The file, if it is one of this application. */
  private Delivery file(String number, String fileNo) {
    ApplicationNumber known = ReviewedApplications.number(number);
    Delivery file = deliveries.get(fileNo);
    if (!file.applicationNo().equals(known.value())) {
      throw new HubException(ErrorCode.NOT_FOUND, fileNo + " is not of " + number, fileNo);
    }
    return file;
  }

  private static String page(String number, String query) {
    return "redirect:/admin/deliveries/" + number + query;
  }

  private String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }
}
