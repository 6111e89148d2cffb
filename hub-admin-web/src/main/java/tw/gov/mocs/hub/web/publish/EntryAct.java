package tw.gov.mocs.hub.web.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What takes something away; each has a page that asks once more. */
enum EntryAct {
  WITHDRAW,
  REMOVE;

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryAct named(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }

  /** Whether it can be done: what is published is withdrawn, and a draft removed. */
  boolean fits(ShownEntry entry) {
    return entry.isDraft() == (this == REMOVE);
  }

  static List<EntryAct> of(ShownEntry entry) {
    return Arrays.stream(values()).filter(act -> act.fits(entry)).toList();
  }
}
