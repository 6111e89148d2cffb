package tw.gov.mocs.hub.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an entry says, and when it is shown. */
public interface EntryContent {

  /** What it is called. */
  Bilingual title();

  /** Shown from this Taipei day. */
  LocalDate from();

  /** Shown up to this day, included; null for ever. */
  @Nullable LocalDate to();

  /** Refuses what cannot be kept: VALUE_INVALID, told with the field. */
  void check();
}
