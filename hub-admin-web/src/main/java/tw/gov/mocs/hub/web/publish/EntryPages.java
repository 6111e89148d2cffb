package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** One entry with what it says, its files, its history, and what can be done with it; 發布. */
@Controller
final class EntryPages {

  static final String ONE = EntryListPages.KIND + "/{id:[0-9]{1,18}}";

  private static final String TOLD = "added|changed|same|publish|withdraw|attached|detached";

  private final Shelves shelves;
  private final EntryView view;
  private final PublishTexts texts;
  private final CallerAddress addresses;

  EntryPages(Shelves shelves, EntryView view, PublishTexts texts, CallerAddress addresses) {
    this.shelves = shelves;
    this.view = view;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    model.addAttribute("told", told != null && told.matches(TOLD) ? told : null);
    return view.of(shelves.of(EntryKind.named(path)), id, new Faults(), model);
  }

  @PostMapping(ONE + "/publish")
  String publish(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @RequestParam(name = "version", defaultValue = "0") int version,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Shelf<?, ?> shelf = shelves.of(EntryKind.named(path));
    Faults faults = new Faults();
    // A second click finds what the first one did.
    if (shelf.get(id).isDraft()) {
      try {
        shelf
            .entries()
            .publish(id, version, LoginSession.holder().orElseThrow().actor(addresses.of(request)));
      } catch (HubException refusal) {
        texts.refusal(refusal, "acts", faults);
      }
    }
    if (faults.isEmpty()) {
      return "redirect:" + shelf.kind().list() + "/" + id + "?told=publish";
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return view.of(shelf, id, faults, model);
  }
}
