package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;

/** One announcement, download, question or link: a draft until it is published. */
public interface Entry<C extends EntryContent> {

  /** Key in the database. */
  long id();

  /** Grows with each change. */
  int version();

  /** False for a draft. */
  boolean published();

  /** What it says. */
  C content();

  /** When it was last changed. */
  Instant changedAt();

  /** Where it stands on this Taipei day. */
  default EntryState state(LocalDate day) {
    LocalDate last = content().to();
    if (!published()) {
      return EntryState.DRAFT;
    }
    if (day.isBefore(content().from())) {
      return EntryState.SCHEDULED;
    }
    return last != null && day.isAfter(last) ? EntryState.ENDED : EntryState.PUBLISHED;
  }
}
