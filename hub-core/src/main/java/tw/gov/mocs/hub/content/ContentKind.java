package tw.gov.mocs.hub.content;

import java.util.Locale;
import tw.gov.mocs.hub.file.FileOwner;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The kinds of content that there may be several of; the log and the owners of files name them. */
enum ContentKind {
  ANNOUNCEMENT("公告"),
  DOWNLOAD("檔案下載"),
  FAQ("常見問題"),
  LINK("相關連結"),
  PAGE("頁面");

  private final String title;

  ContentKind(String title) {
    this.title = title;
  }

  /** What a reader calls it. */
  String title() {
    return title;
  }

  /** What the log calls one of them. */
  String subject(Object key) {
    return word() + " " + key;
  }

  FileOwner owner(long id) {
    return new FileOwner(word(), id);
  }

  HubException notFound(Object key) {
    return new HubException(ErrorCode.NOT_FOUND, "no " + subject(key), title);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
