package tw.gov.mocs.hub.web.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.content.ContentLimits;
import tw.gov.mocs.hub.file.FileRules;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.content.Markdown;
import tw.gov.mocs.hub.web.layout.Faults;

/** The page of one entry. */
@Component
final class EntryView {

  private static final int MEGABYTE = 1024 * 1024;

  private final ActHistory history;
  private final StoredFiles files;

  EntryView(ActHistory history, StoredFiles files) {
    this.history = history;
    this.files = files;
  }

  /**
   * A text as its readers see it.
   *
   * @param zh in Chinese, as HTML that can do nothing
   * @param en in English; null where nobody wrote it
   */
  record Preview(String titleZh, String titleEn, String zh, @Nullable String en) {

    static Preview of(TypedEntry typed) {
      return of(typed.titleZh(), typed.titleEn(), typed.textZh(), typed.textEn());
    }

    static Preview of(String titleZh, String titleEn, String zh, String en) {
      return new Preview(
          titleZh, titleEn, Markdown.toHtml(zh), en.isEmpty() ? null : Markdown.toHtml(en));
    }
  }

  /** Fills in the page, with what is wrong if something was not done. */
  String of(Shelf<?, ?> shelf, long id, Faults faults, Model model) {
    ShownEntry entry = shelf.get(id);
    EntryKind kind = shelf.kind();
    model.addAttribute("kind", kind);
    model.addAttribute("entry", entry);
    model.addAttribute("preview", kind.isMarkdown() ? Preview.of(entry.typed()) : null);
    model.addAttribute("files", kind.hasFiles() ? shelf.entries().files(id) : List.of());
    model.addAttribute("acts", EntryAct.of(entry));
    model.addAttribute("history", history.newestFirst(shelf.entries().subject(id)));
    model.addAttribute("megabytes", files.maxBytes() / MEGABYTE);
    model.addAttribute("types", rules(kind).extensions());
    model.addAttribute("most", ContentLimits.ATTACHMENTS);
    model.addAttribute("faults", faults);
    return "publish/page";
  }

  /** What files a kind takes, as its door checks them. */
  private static FileRules rules(EntryKind kind) {
    return kind == EntryKind.DOWNLOADS ? FileRules.DOCUMENTS_AND_PROGRAMS : FileRules.DOCUMENTS;
  }
}
