package tw.gov.mocs.hub.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.delivery.Pickups;
import tw.gov.mocs.hub.delivery.Ticket;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 資料交換: an agency takes the file of its application and acknowledges it. */
@Controller
final class TakePages {

  private static final String PATH = "/progress/{number}/file";

  private final OwnFiles files;
  private final Pickups pickups;
  private final CallerAddress addresses;

  TakePages(OwnFiles files, Pickups pickups, CallerAddress addresses) {
    this.files = files;
    this.pickups = pickups;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String show(
      @PathVariable("number") String number,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Locale locale,
      Model model) {
    model.addAttribute("told", "received".equals(told) ? told : null);
    return page(files.application(number), "", new Faults(), locale, model);
  }

  /** Begins a download; what is answered leads to the file. */
  @PostMapping(PATH)
  String begin(
      @PathVariable("number") String number,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = files.application(number);
    Optional<Delivery> file = files.newest(application);
    Faults faults = new Faults();
    try {
      String deliveryNo = file.orElseThrow(TakePages::none).deliveryNo();
      String token = pickups.issue(deliveryNo, application.agencyId(), actor(request));
      return "redirect:/progress/" + number + "/file/" + token + ".p7m";
    } catch (HubException e) {
      faults.add("take", e.sentence(locale));
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return page(application, "", faults, locale, model);
  }

  @PostMapping(PATH + "/received")
  String received(
      @PathVariable("number") String number,
      @RequestParam(name = "sha256", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = files.application(number);
    String sha256 = typed.replaceAll("\\s", "");
    Faults faults = new Faults();
    try {
      String deliveryNo = files.newest(application).orElseThrow(TakePages::none).deliveryNo();
      pickups.acknowledge(deliveryNo, application.agencyId(), sha256, actor(request));
      return "redirect:/progress/" + number + "/file?told=received";
    } catch (HubException e) {
      faults.add("sha256", e.sentence(locale));
    }
    response.setStatus(422);
    String shown = typed.substring(0, Math.min(typed.length(), 100));
    return page(application, shown, faults, locale, model);
  }

  private String page(
      Application application, String sha256, Faults faults, Locale locale, Model model) {
    Optional<Delivery> file = files.newest(application);
    List<Ticket> tickets = file.map(one -> pickups.tickets(one.deliveryNo())).orElseGet(List::of);
    model.addAttribute("number", application.name());
    model.addAttribute("file", file.orElse(null));
    model.addAttribute("grant", files.grantStatus(application));
    model.addAttribute("tickets", tickets);
    model.addAttribute(
        "taken",
        tickets.stream()
            .map(Ticket::completedAt)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
    String refused =
        file.filter(TakePages::isReady)
            .flatMap(pickups::refusal)
            .map(why -> why.sentence(locale))
            .orElse(null);
    model.addAttribute("refused", refused);
    model.addAttribute("takeable", refused == null && file.filter(pickups::canBeTaken).isPresent());
    model.addAttribute("sha256", sha256);
    model.addAttribute("faults", faults);
    return "delivery/take";
  }

  private static boolean isReady(Delivery file) {
    return file.status() == DeliveryStatus.READY;
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private static HubException none() {
    return new HubException(ErrorCode.NOT_FOUND, "no file yet", "檔案");
  }
}
