package tw.gov.mocs.hub.web.publish;

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

/** 服務說明, 申請流程, 安裝說明 and 管理規範: their versions. */
@Controller
final class TextPages {

  static final String TEXT = "/admin/content/texts/{kind:services|process|install|terms}";

  private final ContentPages pages;
  private final PageDrafts drafts;
  private final ActHistory history;

  TextPages(ContentPages pages, PageDrafts drafts, ActHistory history) {
    this.pages = pages;
    this.drafts = drafts;
    this.history = history;
  }

  @GetMapping(TEXT)
  String versions(
      @PathVariable("kind") String path,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    TextKind kind = TextKind.named(path);
    boolean known = "issued".equals(told) || "discarded".equals(told);
    model.addAttribute("told", known ? told : null);
    model.addAttribute("draft", drafts.find(kind.key()).orElse(null));
    model.addAttribute("line", TextLine.of(kind, pages));
    model.addAttribute("versions", pages.versions(kind.key()));
    model.addAttribute("history", history.newestFirst(pages.subject(kind.key())));
    return "publish/text";
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
