package tw.gov.mocs.hub.incident;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands among administrators.
 *
 * @param version counts its notes; the forms of administrators carry it
 * @param assignee the account that has it in hand; null for nobody
 * @param notes what was noted, the oldest first
 */
public record DeskView(int version, @Nullable String assignee, List<IncidentNote> notes) {

  /** Copies the notes. */
  public DeskView {
    notes = List.copyOf(notes);
  }

  /** Whether this was noted or assigned since the version that somebody looked at. */
  public boolean has(IncidentNote.Kind kind, @Nullable String whom, String said, int sinceVersion) {
    String tidy = IncidentContent.tidy(said);
    return notes.stream()
        .skip(Math.max(0, sinceVersion))
        .anyMatch(
            note ->
                note.kind() == kind
                    && note.said().equals(tidy)
                    && Objects.equals(note.assignee(), whom));
  }
}
