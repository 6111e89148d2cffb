package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageDrafts;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 服務說明, 申請流程, 安裝說明 and 管理規範: their versions. */
@Controller
final class TextPages {

  static final String TEXT = "/admin/content/texts/{kind:services|process|install|terms}";

  private final ContentPages pages;
  private final PageDrafts drafts;
  private final ActHistory history;
  private final ListFiles files;

  TextPages(ContentPages pages, PageDrafts drafts, ActHistory history, ListFiles files) {
    this.files = files;
    this.pages = pages;
    this.drafts = drafts;
    this.history = history;
  }

  @GetMapping(path = TEXT, params = "!format")
  String versions(
      @PathVariable("kind") String path,
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    TextKind kind = TextKind.named(path);
    TextLine line = TextLine.of(kind, pages);
    VersionCriteria criteria = VersionCriteria.of(request);
    List<ContentPage> found = criteria.found(pages.versions(kind.key()), line);
    boolean known = "issued".equals(told) || "discarded".equals(told);
    model.addAttribute("told", known ? told : null);
    model.addAttribute("draft", drafts.find(kind.key()).orElse(null));
    model.addAttribute("line", line);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", VersionState.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, VersionCriteria.COLUMNS),
            query -> PageOf.list(found, VersionCriteria.order(query.sort()), query)));
    model.addAttribute("history", history.newestFirst(pages.subject(kind.key())));
    return "publish/text";
  }

  @GetMapping(path = TEXT, params = "format")
  void export(
      @PathVariable("kind") String path,
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TextKind kind = TextKind.named(path);
    TextLine line = TextLine.of(kind, pages);
    ListQuery query = ListQuery.of(request, VersionCriteria.COLUMNS);
    List<ContentPage> found = VersionCriteria.of(request).found(pages.versions(kind.key()), line);
    ListFile<ContentPage> file = files.begin("publish.text." + kind.path(), request);
    file.column("publish.version", ContentPage::version)
        .column("publish.state", one -> file.text("publish.version.state." + line.state(one)))
        .column("publish.valid", ContentPage::validFrom)
        .column("publish.text.title", one -> one.title().zh())
        .column("publish.text.titleEn", one -> one.title().en())
        .column("publish.issued", ContentPage::changedAt)
        .send(
            format,
            Rows.of(PageOf.all(found, VersionCriteria.order(query.sort()), query)),
            response);
  }

  @GetMapping(TEXT + "/{version:[0-9]{1,6}}")
  String version(
      @PathVariable("kind") String path, @PathVariable("version") int version, Model model) {
    TextKind kind = TextKind.named(path);
    ContentPage shown = pages.get(kind.key(), version);
    model.addAttribute("line", TextLine.of(kind, pages));
    model.addAttribute("shown", shown);
    model.addAttribute("preview", preview(TypedText.of(shown, "")));
    return "publish/version";
  }

  static EntryView.Preview preview(TypedText typed) {
    return EntryView.Preview.of(typed.titleZh(), typed.titleEn(), typed.textZh(), typed.textEn());
  }
}
