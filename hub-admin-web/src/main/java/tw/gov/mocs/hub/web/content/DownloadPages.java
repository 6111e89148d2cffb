package tw.gov.mocs.hub.web.content;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.content.Download;
import tw.gov.mocs.hub.content.Downloads;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 檔案下載: the list, one of them, and its file. */
@Controller
final class DownloadPages {

  private final Downloads downloads;

  DownloadPages(Downloads downloads) {
    this.downloads = downloads;
  }

  /**
   * A line of the list.
   *
   * @param file null while somebody exchanges it
   */
  record Offered(Download download, @Nullable StoredFile file) {}

  @GetMapping("/downloads")
  String list(HttpServletRequest request, Model model) {
    model.addAttribute(
        "list",
        Listing.search(request, ListQuery.of(request, "place", "date", "title"), this::search));
    return "content/downloads";
  }

  @GetMapping("/downloads/{id:[0-9]{1,18}}")
  String one(@PathVariable long id, Model model) {
    model.addAttribute("item", offered(downloads.getPublished(id)));
    return "content/download-item";
  }

  @GetMapping("/downloads/{id:[0-9]{1,18}}/file")
  ResponseEntity<InputStreamResource> file(@PathVariable long id) {
    return SaveAs.answer(downloads.openPublished(id));
  }

  private Page<Offered> search(ListQuery query) {
    Page<Download> found = downloads.search(Published.of(query, Keyword.NONE));
    return new Page<>(
        found.items().stream().map(this::offered).toList(),
        found.number(),
        found.size(),
        found.total());
  }

  private Offered offered(Download download) {
    return new Offered(download, downloads.findFile(download.id()).orElse(null));
  }
}
