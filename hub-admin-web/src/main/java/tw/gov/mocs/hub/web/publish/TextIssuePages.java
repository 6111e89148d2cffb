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
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
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
  private final PublishTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  TextIssuePages(ContentPages pages, PublishTexts texts, CallerAddress addresses, Clock clock) {
    this.pages = pages;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * How the form was sent.
   *
   * @param version the newest one that was looked at
   * @param then {@code preview}, {@code check}, {@code edit} or {@code issue}
   * @param reason why, once it is issued
   */
  record Sending(@Nullable Integer version, @Nullable String then, @Nullable String reason) {

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
  String begin(@PathVariable("kind") String path, Model model) {
    TextKind kind = TextKind.named(path);
    ContentPage newest = newest(kind);
    LocalDate today = RocDate.dayOf(clock.instant());
    LocalDate from = newest.validFrom().isAfter(today) ? newest.validFrom() : today;
    TypedText typed = TypedText.of(newest, new RocDate(from).toString());
    return form(kind, typed, newest.version(), new Faults(), model);
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
      return form(kind, typed, sending.seen(), new Faults(), model);
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
      return form(kind, typed, sending.seen(), faults, model);
    }
    if (sending.is("preview")) {
      model.addAttribute("preview", TextPages.preview(typed));
      return form(kind, typed, sending.seen(), faults, model);
    }
    return sending.is("issue")
        ? issue(kind, sending, typed, request, response, model)
        : question(kind, sending, typed, faults, model);
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
          new ContentPages.Text(typed.title(), typed.text(), from),
          sending.words(),
          LoginSession.holder().orElseThrow().actor(addresses.of(request)));
      return "redirect:" + kind.list() + "?told=issued";
    } catch (HubException refusal) {
      boolean changed = refusal.code() == ErrorCode.CHANGED_MEANWHILE;
      if (changed) {
        faults.add("changed", texts.text("publish.text.meanwhile"));
      } else {
        texts.refusal(refusal, "from", faults);
      }
      response.setStatus(changed ? HttpServletResponse.SC_CONFLICT : 422);
      return form(kind, typed, newest(kind).version(), faults, model);
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

  private String form(TextKind kind, TypedText typed, int seen, Faults faults, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("newest", newest(kind));
    model.addAttribute("typed", typed);
    model.addAttribute("seen", seen);
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
    model.addAttribute("from", requireNonNull(typed.day().day(), "from"));
    model.addAttribute("seen", sending.seen());
    model.addAttribute("differences", TextDifference.between(line.present(), typed));
    model.addAttribute("preview", TextPages.preview(typed));
    model.addAttribute("reason", sending.words());
    model.addAttribute("limit", ContentLimits.REASON);
    model.addAttribute("faults", faults);
    return "publish/text-issue";
  }
}
