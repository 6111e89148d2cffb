package tw.gov.mocs.hub.web.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.content.SearchHit;
import tw.gov.mocs.hub.content.SiteSearch;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;

/** 搜尋: announcements, downloads and questions that hold all words. */
@Controller
final class SearchPage {

  private final SiteSearch search;

  SearchPage(SiteSearch search) {
    this.search = search;
  }

  /**
   * The hits of one kind on a page.
   *
   * @param path under which each of them stands
   */
  record Group(SearchHit.Kind kind, String path, List<SearchHit> hits) {}

  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String q,
      HttpServletRequest request,
      Locale reader,
      Model model) {
    KeywordBox box = KeywordBox.of(q);
    Listing<SearchHit> list =
        Listing.search(
            request,
            ListQuery.of(request, "kind"),
            query -> search.search(box.keyword(), reader, query.page(), query.size()));
    model.addAttribute("box", box);
    model.addAttribute("list", list);
    model.addAttribute("groups", groups(list.items()));
    return "content/search";
  }

  private static List<Group> groups(List<SearchHit> hits) {
    return Arrays.stream(SearchHit.Kind.values())
        .map(
            kind ->
                new Group(
                    kind, path(kind), hits.stream().filter(hit -> hit.kind() == kind).toList()))
        .filter(group -> !group.hits().isEmpty())
        .toList();
  }

  private static String path(SearchHit.Kind kind) {
    return switch (kind) {
      case ANNOUNCEMENT -> "/news/";
      case DOWNLOAD -> "/downloads/";
      case FAQ -> "/faq/";
    };
  }
}
