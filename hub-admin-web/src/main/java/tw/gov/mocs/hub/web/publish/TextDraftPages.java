package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.content.PageDraft;
import tw.gov.mocs.hub.content.PageDrafts;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 捨棄草稿 of a single text, after a page that says whose it is and asks for a reason. */
@Controller
final class TextDraftPages {

  private static final String DISCARD = TextPages.TEXT + "/discard";

  private final PageDrafts drafts;
  private final PublishTexts texts;
  private final CallerAddress addresses;

  TextDraftPages(PageDrafts drafts, PublishTexts texts, CallerAddress addresses) {
    this.drafts = drafts;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(DISCARD)
  String ask(@PathVariable("kind") String path, Model model) {
    TextKind kind = TextKind.named(path);
    return drafts
        .find(kind.key())
        .map(draft -> question(kind, draft, "", new Faults(), model))
        .orElse("redirect:" + kind.list());
  }

  @PostMapping(DISCARD)
  String discard(
      @PathVariable("kind") String path,
      TypedReason typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    TextKind kind = TextKind.named(path);
    Faults faults = new Faults();
    texts.reason(typed.words(), faults);
    PageDraft draft = drafts.find(kind.key()).orElse(null);
    if (draft != null && faults.isEmpty()) {
      try {
        drafts.discard(
            kind.key(),
            typed.seen(),
            typed.words(),
            LoginSession.holder().orElseThrow().actor(addresses.of(request)));
        draft = null;
      } catch (HubException refusal) {
        if (refusal.code() == ErrorCode.CHANGED_MEANWHILE) {
          faults.add("reason", texts.text("publish.draft.changed"));
        } else if (refusal.code() != ErrorCode.NOT_FOUND) {
          throw refusal;
        }
      }
    }
    if (draft == null || faults.isEmpty()) {
      // A second click finds what the first one has done.
      return "redirect:" + kind.list() + "?told=discarded";
    }
    response.setStatus(422);
    return question(kind, draft, typed.words(), faults, model);
  }

  private static String question(
      TextKind kind, PageDraft draft, String reason, Faults faults, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("draft", draft);
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ContentLimits.REASON);
    model.addAttribute("faults", faults);
    return "publish/text-discard";
  }
}
