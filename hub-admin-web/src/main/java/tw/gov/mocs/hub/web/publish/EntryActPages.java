package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 下架 and 刪除, each after a page that says what follows and asks for a reason. */
@Controller
final class EntryActPages {

  private static final String PATH = EntryPages.ONE + "/{act:withdraw|remove}";

  private final Shelves shelves;
  private final PublishTexts texts;
  private final CallerAddress addresses;

  EntryActPages(Shelves shelves, PublishTexts texts, CallerAddress addresses) {
    this.shelves = shelves;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(PATH)
  String ask(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @PathVariable("act") String name,
      Model model) {
    Shelf<?, ?> shelf = shelves.of(EntryKind.named(path));
    EntryAct act = EntryAct.named(name);
    ShownEntry entry = shelf.get(id);
    return act.fits(entry)
        ? question(shelf.kind(), entry, act, "", new Faults(), model)
        : "redirect:" + shelf.kind().list() + "/" + id;
  }

  @PostMapping(PATH)
  String act(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @PathVariable("act") String name,
      TypedReason typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Shelf<?, ?> shelf = shelves.of(EntryKind.named(path));
    EntryAct act = EntryAct.named(name);
    Faults faults = new Faults();
    texts.reason(typed.words(), faults);
    if (faults.isEmpty()) {
      try {
        Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
        return apply(shelf, id, act, typed, actor);
      } catch (HubException refusal) {
        texts.refusal(refusal, "reason", faults);
      }
    }
    ShownEntry entry = shelf.get(id);
    response.setStatus(422);
    return question(shelf.kind(), entry, act, typed.words(), faults, model);
  }

  private static String apply(
      Shelf<?, ?> shelf, long id, EntryAct act, TypedReason typed, Actor actor) {
    String list = "redirect:" + shelf.kind().list();
    if (act == EntryAct.WITHDRAW) {
      // A second click finds what the first one did.
      if (!shelf.get(id).isDraft()) {
        shelf.entries().unpublish(id, typed.seen(), typed.words(), actor);
      }
      return list + "/" + id + "?told=withdraw";
    }
    try {
      shelf.entries().remove(id, typed.seen(), typed.words(), actor);
    } catch (HubException refusal) {
      if (refusal.code() != ErrorCode.NOT_FOUND) {
        throw refusal;
      }
    }
    return list + "?told=remove";
  }

  private static String question(
      EntryKind kind, ShownEntry entry, EntryAct act, String reason, Faults faults, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("entry", entry);
    model.addAttribute("act", act);
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ContentLimits.REASON);
    model.addAttribute("faults", faults);
    return "publish/act";
  }
}
