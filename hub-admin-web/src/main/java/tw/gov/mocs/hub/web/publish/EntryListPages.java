package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.ContentSearch;
import tw.gov.mocs.hub.content.EntryState;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 網站內容管理: what there is, and the list of each kind, also as a file. */
@Controller
final class EntryListPages {

  /** Of the list of a kind. */
  static final String KIND = "/admin/content/{kind:news|downloads|faq|links}";

  private final Shelves shelves;
  private final ContentPages pages;
  private final ListFiles files;

  EntryListPages(Shelves shelves, ContentPages pages, ListFiles files) {
    this.shelves = shelves;
    this.pages = pages;
    this.files = files;
  }

  /**
   * How many there are of a kind.
   *
   * @param counts by where they stand
   */
  record Count(EntryKind kind, Map<EntryState, Long> counts) {}

  @GetMapping("/admin/content")
  String overview(Model model) {
    model.addAttribute("kinds", Arrays.stream(EntryKind.values()).map(this::count).toList());
    model.addAttribute("states", EntryState.values());
    model.addAttribute(
        "texts", Arrays.stream(TextKind.values()).map(kind -> TextLine.of(kind, pages)).toList());
    return "publish/overview";
  }

  private Count count(EntryKind kind) {
    Map<EntryState, Long> counts = new EnumMap<>(EntryState.class);
    for (EntryState state : EntryState.values()) {
      ContentSearch search =
          new ContentSearch(state, Keyword.NONE, ContentSearch.Sort.PLACE, false, 1, 1);
      counts.put(state, shelves.of(kind).search(search).total());
    }
    return new Count(kind, counts);
  }

  @GetMapping(path = KIND, params = "!format")
  String list(
      @PathVariable("kind") String path,
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    EntryKind kind = EntryKind.named(path);
    EntryCriteria criteria = EntryCriteria.of(request);
    model.addAttribute("kind", kind);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", EntryState.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, EntryCriteria.COLUMNS),
            query -> shelves.of(kind).search(criteria.search(query, query.page(), query.size()))));
    model.addAttribute("told", "remove".equals(told) ? told : null);
    return "publish/list";
  }

  @GetMapping(path = KIND, params = "format")
  void export(
      @PathVariable("kind") String path,
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    EntryKind kind = EntryKind.named(path);
    EntryCriteria criteria = EntryCriteria.of(request);
    ListQuery query = ListQuery.of(request, EntryCriteria.COLUMNS);
    ListFile<ShownEntry> file = files.begin("publish.kind." + path, request);
    file.column("publish.field.title." + path, one -> one.title().zh())
        .column("publish.english", one -> one.title().en())
        .column("publish.field.text." + path, one -> one.typed().textZh())
        .column("publish.state", one -> file.text("publish.state." + one.state()))
        .column("publish.from", ShownEntry::from)
        .column("publish.to", ShownEntry::to)
        .column(
            kind.isArranged() ? "publish.place" : "publish.pinned",
            one -> kind.isArranged() ? one.typed().place() : pinned(file, one))
        .column("publish.changed", ShownEntry::changedAt)
        .send(
            format,
            (page, begun) -> page(kind, criteria.search(query, page, ContentSearch.MAX_SIZE)),
            response);
  }

  private List<ShownEntry> page(EntryKind kind, ContentSearch search) {
    return shelves.of(kind).search(search).items();
  }

  private static String pinned(ListFile<ShownEntry> file, ShownEntry one) {
    return one.typed().pinned() ? file.text("news.pinned") : "";
  }
}
