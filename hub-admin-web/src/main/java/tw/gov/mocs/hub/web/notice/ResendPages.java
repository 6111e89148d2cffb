package tw.gov.mocs.hub.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 重新寄送 of a notice that was given up, with a reason, after a page that says what it does. */
@Controller
final class ResendPages {

  private static final String PATH = NoticePages.ONE + "/resend";
  private static final Typed NOTHING = new Typed(null, null, null);

  private final Notices notices;
  private final NoticeContacts contacts;
  private final CallerAddress addresses;
  private final MessageSource messages;

  ResendPages(
      Notices notices, NoticeContacts contacts, CallerAddress addresses, MessageSource messages) {
    this.notices = notices;
    this.contacts = contacts;
    this.addresses = addresses;
    this.messages = messages;
  }

  @GetMapping(PATH)
  String ask(@PathVariable("id") long id, Model model) {
    Notice notice = notices.get(id);
    return canBeResent(notice) ? question(notice, NOTHING, new Faults(), model) : page(id, "");
  }

  /** What was typed, and where it shall go. */
  record Typed(@Nullable Integer version, @Nullable String reason, @Nullable String to) {

    int seen() {
      return version == null ? 0 : version;
    }

    String why() {
      return reason == null ? "" : reason;
    }

    /** Another address than the notice was put with; null for that one. */
    @Nullable String elsewhere(Notice notice) {
      return to == null || to.isEmpty() || to.equals(notice.recipient()) ? null : to;
    }
  }

  @PostMapping(PATH)
  String resend(
      @PathVariable("id") long id,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Notice before = notices.get(id);
    Faults faults = faults(typed.why(), locale);
    String contact = typed.elsewhere(before);
    if (contact != null && !contact.equals(mail(before))) {
      faults.add("to", messages.getMessage("notice.resend.to.changed", null, locale));
    }
    if (!faults.isEmpty() && !canBeResent(before)) {
      return page(id, "");
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return question(before, typed, faults, model);
    }
    try {
      Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
      notices.resend(id, typed.seen(), contact, typed.why(), actor);
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw refusal;
      }
      Notice now = notices.get(id);
      if (canBeResent(now)) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        faults.add("reason", refusal.code().message(locale, refusal.told()));
        return question(now, typed, faults, model);
      }
      // A second click: the first has done it.
    }
    return page(id, "?told=resent");
  }

  private boolean canBeResent(Notice notice) {
    return notice.canBeResent() || contacts.of(notice).isPresent();
  }

  private @Nullable String mail(Notice notice) {
    return contacts.of(notice).map(NoticeContacts.Contact::mail).orElse(null);
  }

  private Faults faults(String reason, Locale locale) {
    Faults faults = new Faults();
    int limit = Notices.LONGEST_REASON;
    faults.addReason(reason.strip(), limit, (key, told) -> messages.getMessage(key, told, locale));
    return faults;
  }

  private String question(Notice notice, Typed typed, Faults faults, Model model) {
    model.addAttribute("one", notice);
    model.addAttribute("contact", contacts.of(notice).orElse(null));
    model.addAttribute("ofAgency", contacts.areKnown(notice));
    model.addAttribute("to", typed.to());
    model.addAttribute("reason", typed.why());
    model.addAttribute("limit", Notices.LONGEST_REASON);
    model.addAttribute("faults", faults);
    model.addAttribute("sending", notices.hasMailServer());
    return "notice/resend";
  }

  private static String page(long id, String query) {
    return "redirect:/admin/notices/" + id + query;
  }
}
