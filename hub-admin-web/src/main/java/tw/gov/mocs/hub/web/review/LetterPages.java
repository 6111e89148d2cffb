package tw.gov.mocs.hub.web.review;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.Letter;
import tw.gov.mocs.hub.application.Letters;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.FileType;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.progress.ShownApplications;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 來文: records the official letter of an application, or corrects it. */
@Controller
final class LetterPages {

  private static final FileRules SCANS =
      new FileRules(EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG));
  private static final long MEGABYTE = 1024L * 1024;
  private static final String YES = "yes";

  private final ReviewedApplications applications;
  private final ShownApplications shown;
  private final Letters letters;
  private final StoredFiles files;
  private final CallerAddress addresses;
  private final MessageSource messages;
  private final ReviewChanges changes;
  private final RocFormat roc;
  private final Clock clock;

  LetterPages(
      ReviewedApplications applications,
      ShownApplications shown,
      Letters letters,
      StoredFiles files,
      CallerAddress addresses,
      MessageSource messages,
      ReviewChanges changes,
      RocFormat roc,
      Clock clock) {
    this.applications = applications;
    this.shown = shown;
    this.letters = letters;
    this.files = files;
    this.addresses = addresses;
    this.messages = messages;
    this.changes = changes;
    this.roc = roc;
    this.clock = clock;
  }

  /**
   * What was typed.
   *
   * @param again {@code yes} if a scan was chosen that no form keeps: it must be chosen again
   */
  record Typed(int version, String on, String letterNo, @Nullable String again) {

    boolean needsScan() {
      return YES.equals(again);
    }

    Typed with(@Nullable MultipartFile file) {
      return file == null || file.isEmpty() ? this : new Typed(version, on, letterNo, YES);
    }
  }

  @GetMapping("/admin/reviews/{number}/letter")
  String form(@PathVariable("number") String number, Model model) {
    Application application = applications.get(number);
    if (!application.status().undecided()) {
      return ReviewedApplications.page(application, "unfit");
    }
    Letter kept = letters.find(application.number().orElseThrow()).orElse(null);
    Typed typed =
        new Typed(
            application.version(),
            kept == null ? "" : roc.day(kept.on()),
            kept == null ? "" : kept.letterNo(),
            null);
    return show(application, kept, typed, new Faults(), model);
  }

  @PostMapping("/admin/reviews/{number}/letter")
  String record(
      @PathVariable("number") String number,
      Typed typed,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application application = applications.get(number);
    if (!application.status().undecided()) {
      return ReviewedApplications.page(application, "state");
    }
    String seen = request.getParameter("seen");
    ApplicationNumber known = application.number().orElseThrow();
    Letter kept = letters.find(known).orElse(null);
    RocDay on = RocDay.of(typed.on());
    Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
    Faults faults = faults(typed, on, locale);
    boolean missing = kept == null || typed.needsScan();
    StoredFile stored = store(application, missing, file, actor, faults, locale);
    if (!faults.isEmpty()) {
      discard(stored);
      return show(application, kept, typed.with(file), faults, model);
    }
    try {
      Attachment scan =
          stored == null
              ? requireNonNull(kept, "kept").scan()
              : new Attachment(stored.id(), stored.name().value(), stored.sha256(), stored.size());
      letters.record(
          known, typed.version(), requireNonNull(on.day(), "day"), typed.letterNo(), scan, actor);
    } catch (HubException e) {
      discard(stored);
      if (e.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw e;
      }
      model.addAttribute("changed", changes.since(applications.get(number), seen));
      return overtaken(number, kept, typed.with(file), response, locale, model);
    }
    if (stored != null && kept != null) {
      files.remove(kept.scan().id());
    }
    return ReviewedApplications.page(application, "letter");
  }

  private String overtaken(
      String number,
      @Nullable Letter kept,
      Typed typed,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Application now = applications.get(number);
    if (!now.status().undecided()) {
      return ReviewedApplications.page(now, "state");
    }
    Letter present = letters.find(now.number().orElseThrow()).orElse(null);
    if (present != null && isTyped(present, typed)) {
      // A second click finds what the first one recorded.
      return ReviewedApplications.page(now, "letter");
    }
    Faults faults = new Faults();
    if (present != null && !present.equals(kept)) {
      Object[] told = {present.by(), roc.day(present.on()), present.letterNo()};
      faults.add("letterNo", messages.getMessage("review.letter.changed", told, locale));
    }
    if (typed.needsScan()) {
      faults.add("file", text("review.letter.file.again", locale));
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return show(
        now,
        present,
        new Typed(now.version(), typed.on(), typed.letterNo(), typed.again()),
        faults,
        model);
  }

  private static boolean isTyped(Letter present, Typed typed) {
    return present.by().equals(LoginSession.holder().orElseThrow().name())
        && present.on().equals(RocDay.of(typed.on()).day())
        && present.letterNo().equals(typed.letterNo().strip());
  }

  @GetMapping("/admin/reviews/{number}/letter/file")
  ResponseEntity<InputStreamResource> scan(
      @PathVariable("number") String number, HttpServletRequest request) {
    Letter letter =
        letters
            .find(shown.look(number, "letter", request).number().orElseThrow())
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no letter", "來文"));
    return SaveAs.answer(files.open(letter.scan().id()));
  }

  private Faults faults(Typed typed, RocDay on, Locale locale) {
    Faults faults = new Faults();
    if (on.isUnread()) {
      faults.add("on", messages.getMessage(on.wrong(), on.told(), locale));
    } else if (on.day() == null) {
      faults.add("on", text("review.letter.on.missing", locale));
    } else if (on.day().isAfter(RocDate.dayOf(clock.instant()))) {
      faults.add("on", text("review.letter.on.future", locale));
    }
    String letterNo = typed.letterNo().strip();
    if (letterNo.isEmpty() || letterNo.length() > Letter.LONGEST_NUMBER) {
      Object[] most = {Letter.LONGEST_NUMBER};
      faults.add("letterNo", messages.getMessage("review.letter.no.missing", most, locale));
    }
    faults.addNumber("letterNo", letterNo, (key, told) -> messages.getMessage(key, told, locale));
    return faults;
  }

  /** The scan that was sent, if one was and it is good; what is wrong with it is told. */
  private @Nullable StoredFile store(
      Application application,
      boolean missing,
      @Nullable MultipartFile file,
      Actor actor,
      Faults faults,
      Locale locale) {
    if (file == null || file.isEmpty()) {
      if (missing) {
        faults.add("file", text("review.letter.file.missing", locale));
      }
      return null;
    }
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      FileOwner owner = new FileOwner("letter", application.id());
      StoredFile stored =
          files.store(content, name == null ? "" : name, SCANS, owner, actor.name());
      if (!faults.isEmpty()) {
        // No browser keeps a chosen file in a form that is shown again.
        faults.add("file", text("review.letter.file.again", locale));
      }
      return stored;
    } catch (IOException e) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "the upload cannot be read", e);
    } catch (HubException refusal) {
      if (!refusal.code().name().startsWith("FILE_")
          && refusal.code() != ErrorCode.SCANNER_UNAVAILABLE) {
        throw refusal;
      }
      faults.add("file", refusal.sentence(locale));
      return null;
    }
  }

  private void discard(@Nullable StoredFile stored) {
    if (stored != null) {
      files.remove(stored.id());
    }
  }

  private String show(
      Application application, @Nullable Letter kept, Typed typed, Faults faults, Model model) {
    model.addAttribute("submitted", application);
    model.addAttribute("seen", changes.seen(application));
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("kept", kept);
    model.addAttribute("typed", typed);
    model.addAttribute("again", typed.needsScan());
    model.addAttribute("faults", faults);
    model.addAttribute("longest", Letter.LONGEST_NUMBER);
    model.addAttribute("megabytes", Math.max(1, files.maxBytes() / MEGABYTE));
    model.addAttribute("extensions", SCANS.extensions());
    return "review/letter";
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
