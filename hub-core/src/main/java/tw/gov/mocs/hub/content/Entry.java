package tw.gov.mocs.hub.content;

import java.time.Instant;
import java.time.LocalDate;

/** One announcement, download or question: a draft until it is published. */
public interface Entry<C extends Checked> {

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

  /** Whether everybody sees it on this Taipei day. */
  default boolean isShownOn(LocalDate day) {
    return published();
  }
}
