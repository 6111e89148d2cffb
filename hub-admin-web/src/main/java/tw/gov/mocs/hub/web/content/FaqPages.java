package tw.gov.mocs.hub.web.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.content.Faq;
import tw.gov.mocs.hub.content.Faqs;
import tw.gov.mocs.hub.content.Keyword;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;

/** 常見問題: the list, and one with its answer. */
@Controller
final class FaqPages {

  private final Faqs faqs;

  FaqPages(Faqs faqs) {
    this.faqs = faqs;
  }

  @GetMapping("/faq")
  String list(HttpServletRequest request, Model model) {
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, "place"),
            query -> faqs.search(Published.of(query, Keyword.NONE))));
    return "content/faq";
  }

  @GetMapping("/faq/{id:[0-9]{1,18}}")
  String one(@PathVariable long id, Locale reader, Model model) {
    Faq found = faqs.getPublished(id);
    model.addAttribute("item", found);
    model.addAttribute("body", Markdown.toHtml(found.content().answer().in(reader)));
    return "content/faq-item";
  }
}
