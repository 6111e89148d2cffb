package tw.gov.mocs.hub.web.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.content.Announcements;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.content.Downloads;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** The attachments of an announcement and the file of a download: added, looked at, taken away. */
@Controller
final class EntryFilePages {

  private static final String FILES = "/admin/content/{kind:news|downloads}/{id:[0-9]{1,18}}/files";
  private static final String FILE = FILES + "/{file:[0-9]{1,18}}";
  private static final String DETACH =
      "/admin/content/news/{id:[0-9]{1,18}}/files/{file:[0-9]{1,18}}/remove";

  private final Shelves shelves;
  private final Announcements announcements;
  private final Downloads downloads;
  private final EntryView view;
  private final PublishTexts texts;
  private final CallerAddress addresses;

  EntryFilePages(
      Shelves shelves,
      Announcements announcements,
      Downloads downloads,
      EntryView view,
      PublishTexts texts,
      CallerAddress addresses) {
    this.shelves = shelves;
    this.announcements = announcements;
    this.downloads = downloads;
    this.view = view;
    this.texts = texts;
    this.addresses = addresses;
  }

  @GetMapping(FILE)
  ResponseEntity<InputStreamResource> file(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @PathVariable("file") long f) {
    return SaveAs.answer(shelves.of(EntryKind.named(path)).entries().open(id, f));
  }

  @PostMapping(FILES)
  String add(
      @PathVariable("kind") String path,
      @PathVariable("id") long id,
      @RequestParam(name = "version", defaultValue = "0") int version,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile sent,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Shelf<?, ?> shelf = shelves.of(EntryKind.named(path));
    String name = sent == null ? null : sent.getOriginalFilename();
    Faults faults = new Faults();
    if (sent == null || name == null || name.isEmpty()) {
      faults.add("file", texts.text("publish.fault.file"));
    } else {
      try (InputStream content = sent.getInputStream()) {
        store(shelf.kind(), id, version, content, name, actor(request));
      } catch (HubException refusal) {
        if (refusal.code() == ErrorCode.NOT_FOUND) {
          throw refusal;
        }
        boolean twice =
            refusal.code() == ErrorCode.CHANGED_MEANWHILE && has(shelf, id, name, sent.getSize());
        if (!twice) {
          faults.add("file", refusal.sentence(LocaleContextHolder.getLocale()));
        }
      }
    }
    if (faults.isEmpty()) {
      return "redirect:" + shelf.kind().list() + "/" + id + "?told=attached";
    }
    response.setStatus(422);
    return view.of(shelf, id, faults, model);
  }

  private void store(
      EntryKind kind, long id, int version, InputStream content, String name, Actor actor) {
    if (kind == EntryKind.NEWS) {
      announcements.attach(id, version, content, name, actor);
    } else {
      downloads.replaceFile(id, version, content, name, actor);
    }
  }

  /** Whether a second click brought the file of the first one. */
  private static boolean has(Shelf<?, ?> shelf, long id, String name, long size) {
    return shelf.entries().files(id).stream()
        .anyMatch(file -> file.name().value().equals(name) && file.size() == size);
  }

  @GetMapping(DETACH)
  String ask(@PathVariable("id") long id, @PathVariable("file") long file, Model model) {
    return question(id, announcements.getFile(id, file), "", new Faults(), model);
  }

  @PostMapping(DETACH)
  String detach(
      @PathVariable("id") long id,
      @PathVariable("file") long file,
      TypedReason typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String done = "redirect:" + EntryKind.NEWS.list() + "/" + id + "?told=detached";
    if (announcements.files(id).stream().noneMatch(one -> one.id() == file)) {
      // A second click finds what the first one did.
      return done;
    }
    Faults faults = new Faults();
    texts.reason(typed.words(), faults);
    if (faults.isEmpty()) {
      try {
        announcements.detach(id, typed.seen(), file, typed.words(), actor(request));
        return done;
      } catch (HubException refusal) {
        texts.refusal(refusal, "reason", faults);
      }
    }
    response.setStatus(422);
    return question(id, announcements.getFile(id, file), typed.words(), faults, model);
  }

  private String question(long id, StoredFile file, String reason, Faults faults, Model model) {
    model.addAttribute("entry", shelves.of(EntryKind.NEWS).get(id));
    model.addAttribute("file", file);
    model.addAttribute("reason", reason);
    model.addAttribute("limit", ContentLimits.REASON);
    model.addAttribute("faults", faults);
    return "publish/detach";
  }

  private Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
