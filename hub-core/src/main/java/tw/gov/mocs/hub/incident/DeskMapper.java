package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What administrators note of incidents, in the database. */
@Mapper
interface DeskMapper {

  DeskRow find(@Param("id") long id);

  List<NoteRow> notes(@Param("id") long id);

  int insert(@Param("id") long id, @Param("placeNo") int placeNo, @Param("note") IncidentNote note);

  /** Only if it is still of this version; else 0. */
  int update(
      @Param("id") long id,
      @Param("version") int version,
      @Param("assignee") @Nullable String assignee);

  /** Who has one in hand. */
  record DeskRow(int deskNo, @Nullable String assignee) {}

  /** A note as it is stored. */
  record NoteRow(
      IncidentNote.Kind noteKind,
      Instant madeAt,
      String madeBy,
      @Nullable String assignee,
      @Nullable String said) {

    IncidentNote toNote() {
      return new IncidentNote(noteKind, madeAt, madeBy, assignee, said == null ? "" : said);
    }
  }
}
