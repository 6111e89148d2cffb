package tw.gov.mocs.hub.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 重新寄送 of a notice that was given up, after a page that says what it does. */
@Controller
final class ResendPages {

  private static final String PATH = NoticePages.ONE + "/resend";

  private final Notices notices;
  private final CallerAddress addresses;

  ResendPages(Notices notices, CallerAddress addresses) {
    this.notices = notices;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String ask(@PathVariable("id") long id, Model model) {
    Notice notice = notices.get(id);
    return notice.canBeResent() ? question(notice, new Faults(), model) : page(id, "");
  }

  @PostMapping(PATH)
  String resend(
      @PathVariable("id") long id,
      @RequestParam(name = "version", defaultValue = "0") int version,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    try {
      notices.resend(id, version, LoginSession.holder().orElseThrow().actor(addresses.of(request)));
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw refusal;
      }
      Notice now = notices.get(id);
      if (now.canBeResent()) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return question(
            now, new Faults().add("resend", refusal.code().message(locale, refusal.told())), model);
      }
      // A second click: the first has done it.
    }
    return page(id, "?told=resent");
  }

  private String question(Notice notice, Faults faults, Model model) {
    model.addAttribute("one", notice);
    model.addAttribute("faults", faults);
    model.addAttribute("sending", notices.hasMailServer());
    return "notice/resend";
  }

  private static String page(long id, String query) {
    return "redirect:/admin/notices/" + id + query;
  }
}
