package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 新增 and 修改 of an entry, with a preview by what its readers see it by. */
@Controller
final class EntryFormPages {

  private static final String NEW = EntryListPages.KIND + "/new";
  private static final String EDIT = EntryPages.ONE + "/edit";
  private static final String UUID_FORM = "[0-9a-f-]{36}";

  private final Shelves shelves;
  private final PublishTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  EntryFormPages(Shelves shelves, PublishTexts texts, CallerAddress addresses, Clock clock) {
    this.shelves = shelves;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * How a form was sent.
   *
   * @param form key of a new one
   * @param version of the entry that was looked at
   * @param then {@code preview} to see it first
   */
  record Sending(@Nullable String form, @Nullable Integer version, @Nullable String then) {

    boolean isPreview() {
      return "preview".equals(then);
    }

    /** The key of the form; another one for what is none. */
    String key() {
      return form != null && form.matches(UUID_FORM) ? form : UUID.randomUUID().toString();
    }

    int seen() {
      return version == null ? 0 : version;
    }
  }

  @GetMapping(NEW)
  String begin(@PathVariable("kind") String path, Model model) {
    String today = new RocDate(RocDate.dayOf(clock.instant())).toString();
    TypedEntry empty = new TypedEntry("", "", "", "", today, "", "1", false);
    Sending sending = new Sending(null, null, null);
    return form(EntryKind.named(path), null, empty, sending, new Faults(), model);
  }

  @PostMapping(NEW)
  String add(
      @PathVariable("kind") String path,
      TypedEntry.Sent sent,
      Sending sending,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EntryKind kind = EntryKind.named(path);
    TypedEntry typed = sent.typed();
    Faults faults = texts.of(kind, typed);
    if (faults.isEmpty() && !sending.isPreview()) {
      try {
        long id = shelves.of(kind).create(sending.key(), typed, actor(request)).id();
        return "redirect:" + kind.list() + "/" + id + "?told=added";
      } catch (HubException refusal) {
        texts.refusal(refusal, "textZh", faults);
      }
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
    }
    return form(kind, null, typed, sending, faults, model);
  }

  @GetMapping(EDIT)
  String edit(@PathVariable("kind") String path, @PathVariable("id") long id, Model model) {
    EntryKind kind = EntryKind.named(path);
    ShownEntry entry = shelves.of(kind).get(id);
    Sending sending = new Sending(null, entry.version(), null);
    return form(kind, entry, entry.typed(), sending, new Faults(), model);
  }

  @PostMapping(EDIT)
  String change(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      TypedEntry.Sent sent,
      Sending sending,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EntryKind kind = EntryKind.named(path);
    Shelf<?, ?> shelf = shelves.of(kind);
    TypedEntry typed = sent.typed();
    Faults faults = texts.of(kind, typed);
    Sending shown = sending;
    if (faults.isEmpty() && !sending.isPreview()) {
      try {
        boolean changed = shelf.change(id, sending.seen(), typed, actor(request));
        return "redirect:" + kind.list() + "/" + id + "?told=" + (changed ? "changed" : "same");
      } catch (HubException refusal) {
        if (refusal.code() == ErrorCode.CHANGED_MEANWHILE) {
          // Whoever sends it once more has seen what stands there now.
          shown = new Sending(null, shelf.get(id).version(), null);
          faults.add("changed", texts.text("publish.changed.meanwhile"));
        } else {
          texts.refusal(refusal, "textZh", faults);
        }
      }
    }
    if (!faults.isEmpty()) {
      response.setStatus(shown == sending ? 422 : HttpServletResponse.SC_CONFLICT);
    }
    return form(kind, shelf.get(id), typed, shown, faults, model);
  }

  private static String form(
      EntryKind kind,
      @Nullable ShownEntry entry,
      TypedEntry typed,
      Sending sending,
      Faults faults,
      Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("entry", entry);
    model.addAttribute("typed", typed);
    model.addAttribute("form", sending.key());
    model.addAttribute("version", sending.seen());
    model.addAttribute("faults", faults);
    model.addAttribute("titleLimit", ContentLimits.TITLE);
    model.addAttribute(
        "preview", sending.isPreview() && kind.isMarkdown() ? EntryView.Preview.of(typed) : null);
    return "publish/form";
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
