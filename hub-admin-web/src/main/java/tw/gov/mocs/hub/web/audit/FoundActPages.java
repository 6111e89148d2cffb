package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.FoundAct;
import tw.gov.mocs.hub.audit.LogArchive;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.SubjectKind;
import tw.gov.mocs.hub.web.act.ActTexts;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 管理行為紀錄查詢: the list of acts and its file. */
@Controller
final class FoundActPages {

  private static final String[] COLUMNS = {"-time"};

  private final FoundActs acts;
  private final LogArchive archive;
  private final ActTexts texts;
  private final ListFiles files;

  FoundActPages(FoundActs acts, LogArchive archive, ActTexts texts, ListFiles files) {
    this.acts = acts;
    this.archive = archive;
    this.texts = texts;
    this.files = files;
  }

  @GetMapping(path = "/admin/audit/acts", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    ActFilter filter = ActFilter.of(request);
    Faults faults = acts.faults(filter, locale);
    Listing<FoundAct> list =
        Listing.search(
            request,
            ListQuery.of(request, COLUMNS),
            faults,
            query ->
                acts.search(
                    filter, null, !query.descending(), query.page(), query.size(), request));
    return page(filter, faults, list, model);
  }

  @PostMapping("/admin/audit/acts")
  String search(
      @RequestParam(name = "size", defaultValue = "") String size,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    ActFilter filter = ActFilter.of(request);
    Faults faults = acts.faults(filter, locale);
    if (faults.isEmpty()) {
      return "redirect:" + filter.href(size);
    }
    response.setStatus(422);
    return page(filter, faults, null, model);
  }

  @GetMapping(path = "/admin/audit/acts", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ActFilter filter = ActFilter.of(request);
    ListFile<FoundAct> file = files.begin("audit.acts.title", request);
    file.column("audit.time", FoundAct::actedAt)
        .column("audit.words.code", FoundAct::action)
        .column("audit.action", act -> texts.action(act.action(), file.locale()))
        .column("audit.fact.actor", FoundAct::actor)
        .column("audit.address", FoundAct::address)
        .column("audit.fact.subject", FoundAct::subject)
        .column("audit.fact.stateBefore", FoundAct::before)
        .column("audit.fact.stateAfter", FoundAct::after)
        .column("audit.words.actor", act -> texts.actor(act.actor(), file.locale()))
        .column("audit.words.subject", act -> texts.subject(act.subject(), file.locale()))
        .column("audit.words.before", act -> words(act, act.before(), file.locale()))
        .column("audit.words.after", act -> words(act, act.after(), file.locale()))
        .column("audit.fact.reason", FoundAct::reason)
        .column("calls.recordId", FoundAct::recordId)
        .send(format, acts.faults(filter, file.locale()), rows(filter, request), response);
  }

  private ListFile.Rows<FoundAct> rows(ActFilter filter, HttpServletRequest request) {
    boolean oldestFirst = !ListQuery.of(request, COLUMNS).descending();
    return new FullPages<>(
        CallSearch.MAX_SIZE,
        (page, before) ->
            acts.search(filter, before, oldestFirst, page, CallSearch.MAX_SIZE, request).items());
  }

  private String words(FoundAct act, @Nullable String state, Locale locale) {
    return texts.state(act.action(), state, locale);
  }

  private String page(
      ActFilter filter, Faults faults, @Nullable Listing<FoundAct> list, Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("faults", faults);
    model.addAttribute("list", list);
    model.addAttribute("archived", archive.between(filter.time().begin(), filter.time().end()));
    model.addAttribute("groups", AuditAction.Group.values());
    model.addAttribute("kinds", SubjectKind.values());
    model.addAttribute("most", LogSearches.MAX_LINES);
    return "audit/acts";
  }
}
