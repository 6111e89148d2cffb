package tw.gov.mocs.hub.web.publish;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 服務說明, 申請流程, 安裝說明 and 管理規範: their versions, and 發布新版. */
@Controller
final class TextPages {

  private static final String TEXT = "/admin/content/texts/{kind:services|process|install|terms}";
  private static final String NEW = TEXT + "/new";

  private final ContentPages pages;
  private final ActHistory history;
  private final PublishTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  TextPages(
      ContentPages pages,
      ActHistory history,
      PublishTexts texts,
      CallerAddress addresses,
      Clock clock) {
    this.pages = pages;
    this.history = history;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GetMapping(TEXT)
  String versions(
      @PathVariable("kind") String path,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    TextKind kind = TextKind.named(path);
    model.addAttribute("told", "issued".equals(told) ? told : null);
    model.addAttribute("line", TextLine.of(kind, pages));
    model.addAttribute("versions", pages.versions(kind.key()));
    model.addAttribute("history", history.of(pages.subject(kind.key())));
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

  @GetMapping(NEW)
  String begin(@PathVariable("kind") String path, Model model) {
    TextKind kind = TextKind.named(path);
    ContentPage newest = pages.versions(kind.key()).get(0);
    LocalDate today = RocDate.dayOf(clock.instant());
    LocalDate from = newest.validFrom().isAfter(today) ? newest.validFrom() : today;
    TypedText typed = TypedText.of(newest, new RocDate(from).toString());
    return form(kind, newest, typed, false, new Faults(), model);
  }

  @PostMapping(NEW)
  String issue(
      @PathVariable("kind") String path,
      @RequestParam(name = "version", defaultValue = "0") int version,
      @RequestParam(name = "then", defaultValue = "") String then,
      TypedText typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    TextKind kind = TextKind.named(path);
    boolean previewed = then.equals("preview");
    Faults faults = faults(typed);
    List<ContentPage> known = pages.versions(kind.key());
    ContentPage looked = known.get(0);
    if (faults.isEmpty() && !previewed) {
      String done = "redirect:" + kind.list() + "?told=issued";
      try {
        if (!typed.isLike(looked)) {
          issue(kind, version, typed, request);
        }
        return done;
      } catch (HubException refusal) {
        boolean changed = refusal.code() == ErrorCode.CHANGED_MEANWHILE;
        if (changed) {
          faults.add("changed", texts.text("publish.text.meanwhile"));
        } else {
          texts.refusal(refusal, "from", faults);
        }
        response.setStatus(changed ? HttpServletResponse.SC_CONFLICT : 422);
        return form(kind, pages.versions(kind.key()).get(0), typed, false, faults, model);
      }
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
    }
    model.addAttribute("seen", version);
    return form(kind, looked, typed, previewed, faults, model);
  }

  private void issue(TextKind kind, int version, TypedText typed, HttpServletRequest request) {
    pages.issue(
        kind.key(),
        version,
        typed.title(),
        typed.text(),
        requireNonNull(typed.day().day(), "from"),
        LoginSession.holder().orElseThrow().actor(addresses.of(request)));
  }

  private Faults faults(TypedText typed) {
    Faults faults = new Faults();
    String title = texts.text("publish.text.title");
    String body = texts.text("publish.text.body");
    texts.bilingual(faults, "title", title, typed.titleZh(), typed.titleEn(), ContentLimits.TITLE);
    texts.bilingual(faults, "text", body, typed.textZh(), typed.textEn(), ContentLimits.BODY);
    texts.day(faults, "from", typed.day(), true);
    return faults;
  }

  private static String form(
      TextKind kind,
      ContentPage newest,
      TypedText typed,
      boolean previewed,
      Faults faults,
      Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("newest", newest);
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("titleLimit", ContentLimits.TITLE);
    model.addAttribute("textLimit", ContentLimits.BODY);
    model.addAttribute("preview", previewed ? preview(typed) : null);
    if (!model.containsAttribute("seen")) {
      model.addAttribute("seen", newest.version());
    }
    return "publish/text-form";
  }

  private static EntryView.Preview preview(TypedText typed) {
    return EntryView.Preview.of(typed.titleZh(), typed.titleEn(), typed.textZh(), typed.textEn());
  }
}
