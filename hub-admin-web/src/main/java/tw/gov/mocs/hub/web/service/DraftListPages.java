package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;
import tw.gov.mocs.hub.web.act.ActTexts;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** The list of 服務草稿, those saved last first, and the same as a file. */
@Controller
final class DraftListPages {

  private final ServiceDrafts drafts;
  private final Catalogue catalogue;
  private final ActTexts acts;
  private final ApplicationSettings settings;
  private final ListFiles files;

  DraftListPages(
      ServiceDrafts drafts,
      Catalogue catalogue,
      ActTexts acts,
      ApplicationSettings settings,
      ListFiles files) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.acts = acts;
    this.settings = settings;
    this.files = files;
  }

  @GetMapping(path = SavedDraftPages.LIST, params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    DraftCriteria criteria = DraftCriteria.of(request);
    List<DraftLine> lines = lines(criteria);
    model.addAttribute("told", "discarded".equals(told) ? told : null);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", DraftLine.State.values());
    model.addAttribute("days", settings.draftDays());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, DraftLine.COLUMNS),
            query -> PageOf.list(lines, DraftLine.order(query.sort()), query)));
    return "service/drafts";
  }

  @GetMapping(path = SavedDraftPages.LIST, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, DraftLine.COLUMNS);
    List<DraftLine> lines = lines(DraftCriteria.of(request));
    ListFile<DraftLine> file = files.begin("composing.drafts", request);
    file.column("composing.code", line -> line.draft().code())
        .column("composing.name", line -> line.draft().name())
        .column("composing.table", line -> line.draft().table())
        .column("composing.draft.state", line -> file.text("composing.draft.state." + line.state()))
        .column(
            "composing.draft.basis",
            line -> line.draft().basedOn() == 0 ? null : line.draft().basedOn())
        .column("composing.draft.by", line -> acts.actor(line.draft().savedBy(), file.locale()))
        .column("composing.draft.at", line -> line.draft().savedAt())
        .send(format, Rows.of(PageOf.all(lines, DraftLine.order(query.sort()), query)), response);
  }

  private List<DraftLine> lines(DraftCriteria criteria) {
    return DraftLine.of(drafts.all(), catalogue).stream().filter(criteria::means).toList();
  }
}
