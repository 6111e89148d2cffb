package tw.gov.mocs.hub.web.publish;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageDraft;
import tw.gov.mocs.hub.content.PageDrafts;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 發布新版 of a single text: its form, what it changes, and 確定發布 with a reason. */
@Controller
final class TextIssuePages {

  private static final String NEW = TextPages.TEXT + "/new";

  private final ContentPages pages;
  private final PageDrafts drafts;
  private final PublishTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  TextIssuePages(
      ContentPages pages,
      PageDrafts drafts,
      PublishTexts texts,
      CallerAddress addresses,
      Clock clock) {
    this.pages = pages;
    this.drafts = drafts;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * How the form was sent.
   *
   * @param version the newest one that was looked at
   * @param draft how often the draft had been saved that was looked at
   * @param then {@code preview}, {@code save}, {@code check}, {@code edit} or {@code issue}
   * @param reason why, once it is issued
   */
  record Sending(
      @Nullable Integer version,
      @Nullable Integer draft,
      @Nullable String then,
      @Nullable String reason) {

    /** Of a page that begins. */
    static Sending begin(int version, int draft) {
      return new Sending(version, draft, null, null);
    }

    int saved() {
      return draft == null ? 0 : draft;
    }

    int seen() {
      return version == null ? 0 : version;
    }

    boolean is(String wanted) {
      return wanted.equals(then);
    }

    String words() {
      return reason == null ? "" : reason.replace("\r\n", "\n").strip();
    }
  }

  @GetMapping(NEW)
  String begin(
      @PathVariable("kind") String path,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    TextKind kind = TextKind.named(path);
    ContentPage newest = newest(kind);
    PageDraft draft = drafts.find(kind.key()).orElse(null);
    model.addAttribute("told", "saved".equals(told) && draft != null ? told : null);
    if (draft != null) {
      Faults faults = new Faults();
      if (draft.basedOn() != newest.version()) {
        faults.add("changed", texts.text("publish.text.meanwhile.draft", draft.basedOn()));
      }
      TypedText saved = TypedText.of(draft.typed());
      return form(kind, saved, Sending.begin(newest.version(), draft.version()), faults, model);
    }
    LocalDate today = RocDate.dayOf(clock.instant());
    LocalDate from = newest.validFrom().isAfter(today) ? newest.validFrom() : today;
    TypedText typed = TypedText.of(newest, new RocDate(from).toString());
    return form(kind, typed, Sending.begin(newest.version(), 0), new Faults(), model);
  }

  @PostMapping(NEW)
  String send(
      @PathVariable("kind") String path,
      Sending sending,
      TypedText typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    TextKind kind = TextKind.named(path);
    if (sending.is("edit")) {
      return form(kind, typed, sending, new Faults(), model);
    }
    if (sending.is("save")) {
      return save(kind, sending, typed, request, response, model);
    }
    ContentPage newest = newest(kind);
    boolean same = typed.isLike(newest);
    if (same && sending.is("issue") && newest.version() == sending.seen() + 1) {
      // A second click finds what the first one has issued.
      return "redirect:" + kind.list() + "?told=issued";
    }
    Faults faults = faults(typed);
    if (faults.isEmpty() && same && !sending.is("preview")) {
      faults.add("textZh", unchanged(kind, newest));
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return form(kind, typed, sending, faults, model);
    }
    if (sending.is("preview")) {
      model.addAttribute("preview", TextPages.preview(typed));
      return form(kind, typed, sending, faults, model);
    }
    return sending.is("issue")
        ? issue(kind, sending, typed, request, response, model)
        : question(kind, sending, typed, faults, model);
  }

  private String save(
      TextKind kind,
      Sending sending,
      TypedText typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      drafts.save(kind.key(), sending.saved(), sending.seen(), typed.saved(), actor(request));
      return "redirect:" + kind.list() + "/new?told=saved";
    } catch (HubException refusal) {
      Faults faults = new Faults();
      PageDraft now = drafts.find(kind.key()).orElse(null);
      boolean changed = refusal.code() == ErrorCode.CHANGED_MEANWHILE && now != null;
      if (changed) {
        faults.add("draft", texts.text("publish.draft.changed"));
      } else {
        texts.refusal(refusal, "textZh", faults);
      }
      response.setStatus(changed ? HttpServletResponse.SC_CONFLICT : 422);
      Sending next = Sending.begin(sending.seen(), now == null ? 0 : now.version());
      return form(kind, typed, next, faults, model);
    }
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }

  private String issue(
      TextKind kind,
      Sending sending,
      TypedText typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Faults faults = new Faults();
    texts.reason(sending.words(), faults);
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return question(kind, sending, typed, faults, model);
    }
    try {
      LocalDate from = requireNonNull(typed.day().day(), "from");
      pages.issue(
          kind.key(),
          sending.seen(),
          sending.saved(),
          new ContentPages.Text(typed.title(), typed.text(), from),
          sending.words(),
          actor(request));
      return "redirect:" + kind.list() + "?told=issued";
    } catch (HubException refusal) {
      boolean changed = refusal.code() == ErrorCode.CHANGED_MEANWHILE;
      if (changed) {
        faults.add("changed", texts.text("publish.text.meanwhile"));
      } else {
        texts.refusal(refusal, "from", faults);
      }
      response.setStatus(changed ? HttpServletResponse.SC_CONFLICT : 422);
      Sending next = Sending.begin(newest(kind).version(), sending.saved());
      return form(kind, typed, next, faults, model);
    }
  }

  private ContentPage newest(TextKind kind) {
    return pages.versions(kind.key()).get(0);
  }

  private String unchanged(TextKind kind, ContentPage newest) {
    return pages.get(kind.key()).version() == newest.version()
        ? texts.text("publish.text.same")
        : texts.text("publish.text.same.coming", newest.version());
  }

  private Faults faults(TypedText typed) {
    Faults faults = new Faults();
    String title = texts.text("publish.text.title");
    String body = texts.text("publish.text.body");
    texts.bilingual(faults, "title", title, typed.titleZh(), typed.titleEn(), ContentLimits.TITLE);
    texts.bilingual(faults, "text", body, typed.textZh(), typed.textEn(), ContentLimits.BODY);
    texts.day(faults, "from", typed.day(), true);
    LocalDate day = typed.day().day();
    if (day != null && day.isBefore(RocDate.dayOf(clock.instant()))) {
      faults.add("from", texts.text("publish.fault.past"));
    }
    return faults;
  }

  private String form(TextKind kind, TypedText typed, Sending sending, Faults faults, Model model) {
    model.addAttribute("saved", sending.saved());
    model.addAttribute("draft", drafts.find(kind.key()).orElse(null));
    model.addAttribute("kind", kind);
    model.addAttribute("newest", newest(kind));
    model.addAttribute("typed", typed);
    model.addAttribute("seen", sending.seen());
    model.addAttribute("faults", faults);
    model.addAttribute("titleLimit", ContentLimits.TITLE);
    model.addAttribute("textLimit", ContentLimits.BODY);
    return "publish/text-form";
  }

  private String question(
      TextKind kind, Sending sending, TypedText typed, Faults faults, Model model) {
    TextLine line = TextLine.of(kind, pages);
    model.addAttribute("line", line);
    model.addAttribute("typed", typed);
    LocalDate from = requireNonNull(typed.day().day(), "from");
    model.addAttribute("from", from);
    model.addAttribute("atOnce", !from.isAfter(RocDate.dayOf(clock.instant())));
    model.addAttribute("seen", sending.seen());
    model.addAttribute("saved", sending.saved());
    model.addAttribute("differences", TextDifference.between(line.present(), typed));
    model.addAttribute("preview", TextPages.preview(typed));
    model.addAttribute("reason", sending.words());
    model.addAttribute("limit", ContentLimits.REASON);
    model.addAttribute("faults", faults);
    return "publish/text-issue";
  }
}
