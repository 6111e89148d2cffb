package tw.gov.mocs.hub.web.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.content.Announcement;
import tw.gov.mocs.hub.content.Announcements;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 最新公告: the list, one of them, and its attachments. */
@Controller
final class NewsPages {

  private final Announcements announcements;

  NewsPages(Announcements announcements) {
    this.announcements = announcements;
  }

  @GetMapping("/news")
  String list(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
    KeywordBox box = KeywordBox.of(q);
    model.addAttribute("box", box);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, "place", "date", "title"),
            query -> announcements.search(Published.of(query, box.keyword()))));
    return "content/news";
  }

  @GetMapping("/news/{id:[0-9]{1,18}}")
  String one(@PathVariable long id, Locale reader, Model model) {
    Announcement found = announcements.getPublished(id);
    model.addAttribute("item", found);
    model.addAttribute("body", Markdown.toHtml(found.content().body().in(reader)));
    model.addAttribute("files", announcements.files(id));
    return "content/news-item";
  }

  @GetMapping("/news/{id:[0-9]{1,18}}/files/{fileId:[0-9]{1,18}}")
  ResponseEntity<InputStreamResource> file(@PathVariable long id, @PathVariable long fileId) {
    return SaveAs.answer(announcements.openPublished(id, fileId));
  }
}
