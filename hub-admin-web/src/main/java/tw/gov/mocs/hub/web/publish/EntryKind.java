package tw.gov.mocs.hub.web.publish;

import java.util.Locale;
import tw.gov.mocs.hub.content.ContentLimits;

/** The kinds of entries, by their name in an address and in the messages. */
enum EntryKind {
  NEWS(ContentLimits.BODY),
  DOWNLOADS(ContentLimits.DESCRIPTION),
  FAQ(ContentLimits.BODY),
  LINKS(ContentLimits.ADDRESS);

  private final int textLimit;

  EntryKind(int textLimit) {
    this.textLimit = textLimit;
  }

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page of its list. */
  public String list() {
    return "/admin/content/" + path();
  }

  static EntryKind named(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }

  /** Letters of its text at most. */
  public int textLimit() {
    return textLimit;
  }

  /** Whether its text is Markdown. */
  public boolean isMarkdown() {
    return textLimit == ContentLimits.BODY;
  }

  /** Whether people arrange its list, each at a place; else some are pinned. */
  public boolean isArranged() {
    return this != NEWS;
  }

  /** Whether it has files. */
  public boolean hasFiles() {
    return this == NEWS || this == DOWNLOADS;
  }
}
