package tw.gov.mocs.hub.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.incident.IncidentNumber;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeState;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 通知管理: the list of notices, the same as a file, and one with its text. */
@Controller
final class NoticePages {

  /** Where one notice stands. */
  static final String ONE = "/admin/notices/{id:[0-9]{1,18}}";

  private final Notices notices;
  private final NoticeContacts contacts;
  private final ActHistory history;
  private final ListFiles files;
  private final MessageSource messages;

  NoticePages(
      Notices notices,
      NoticeContacts contacts,
      ActHistory history,
      ListFiles files,
      MessageSource messages) {
    this.contacts = contacts;
    this.messages = messages;
    this.notices = notices;
    this.history = history;
    this.files = files;
  }

  @GetMapping(path = "/admin/notices", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    NoticeCriteria criteria = NoticeCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    Listing<Notice> list =
        Listing.search(
            request,
            ListQuery.of(request, NoticeCriteria.COLUMNS),
            faults,
            query -> notices.search(criteria.search(query, null, query.page(), query.size())));
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", NoticeState.values());
    model.addAttribute("kinds", NoticeKind.values());
    model.addAttribute("longest", NoticeCriteria.LONGEST);
    model.addAttribute("list", list);
    model.addAttribute("sending", notices.hasMailServer());
    return "notice/list";
  }

  @GetMapping(path = "/admin/notices", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    NoticeCriteria criteria = NoticeCriteria.of(request);
    ListQuery query = ListQuery.of(request, NoticeCriteria.COLUMNS);
    ListFile<Notice> file = files.begin("admin.notices", request);
    file.column("notice.createdAt", Notice::createdAt)
        .column("notice.state", notice -> file.text("notice.state." + notice.state()))
        .column("notice.kind", notice -> file.text("notice.kind." + notice.kind()))
        .column("notice.recipient", Notice::recipient)
        .column("notice.about", Notice::about)
        .column("notice.subject", Notice::subject)
        .column("notice.attempts", Notice::attempts)
        .column("notice.lastError", Notice::lastError)
        .column("notice.sentAt", Notice::sentAt)
        .send(
            format,
            criteria.days().faults(messages, file.locale()),
            (page, begun) ->
                notices.search(criteria.search(query, begun, page, ListFile.AT_ONCE)).items(),
            response);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("id") long id,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    Notice notice = notices.get(id);
    model.addAttribute("one", notice);
    model.addAttribute("aboutPage", page(notice.about()));
    model.addAttribute("history", history.newestFirst(Notices.subject(id)));
    model.addAttribute("sending", notices.hasMailServer());
    model.addAttribute("resendable", notice.canBeResent() || contacts.of(notice).isPresent());
    model.addAttribute("told", "resent".equals(told));
    return "notice/page";
  }

  /** Where the thing that it is about stands; null for a certificate, which has no page by that. */
  private static @Nullable String page(String about) {
    if (ApplicationNumber.matches(about)) {
      return "/progress/" + about;
    }
    return IncidentNumber.matches(about) ? "/admin/incidents/" + about : null;
  }
}
