package tw.gov.mocs.hub.web.publish;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.EntryState;

/**
 * An entry of any kind as the pages show it.
 *
 * @param id key in the database
 * @param version that is looked at
 * @param state where it stands today
 * @param typed what its form begins with
 * @param title what it is called
 * @param from its first day
 * @param to its last day; null for ever
 * @param changedAt when it was last changed
 */
record ShownEntry(
    long id,
    int version,
    EntryState state,
    TypedEntry typed,
    Bilingual title,
    LocalDate from,
    @Nullable LocalDate to,
    Instant changedAt) {

  /** Whether it is a draft. */
  public boolean isDraft() {
    return state == EntryState.DRAFT;
  }
}
