package tw.gov.mocs.hub.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.database.LikePattern;
import tw.gov.mocs.hub.incident.Incident.Reporter;

/** The incidents in the database. */
@Mapper
interface IncidentMapper {

  Optional<IncidentRow> find(@Param("number") String number);

  List<Attachment> attachments(@Param("id") long id);

  List<EntryRow> entries(@Param("id") long id);

  /** The number of the incident that this form of the agency has reported. */
  Optional<String> findByForm(@Param("agencyId") long agencyId, @Param("formKey") String formKey);

  List<LineRow> search(@Param("search") Filter search);

  long count(@Param("search") Filter search);

  /** Takes the counter's row until the transaction ends. */
  int holdCounter();

  /** 0 if there is no number left. */
  int incrementCounter();

  int lastNumber();

  int insert(@Param("row") NewIncident row);

  long idOf(@Param("number") String number);

  int insertAttachment(
      @Param("id") long id,
      @Param("placeNo") int placeNo,
      @Param("attachment") Attachment attachment);

  int insertEntry(
      @Param("id") long id, @Param("placeNo") int placeNo, @Param("entry") IncidentEntry entry);

  /** Only if it is still of this version; else 0. */
  int update(
      @Param("id") long id,
      @Param("version") int version,
      @Param("status") IncidentStatus status,
      @Param("changedAt") Instant changedAt);

  /** An incident to be stored. */
  record NewIncident(
      String number,
      String formKey,
      long agencyId,
      String agencyCode,
      IncidentContent content,
      @Nullable String occurredTime,
      Reporter reporter) {}

  /** An incident without attachments and history. */
  record IncidentRow(
      long id,
      int versionNo,
      String incidentNo,
      long agencyId,
      String agencyCode,
      IncidentStatus status,
      String contactName,
      String contactPhone,
      String contactMail,
      LocalDate occurredOn,
      @Nullable String occurredTime,
      @Nullable String applicationNo,
      @Nullable String serviceCode,
      @Nullable String callId,
      String description,
      Instant reportedAt,
      String reportedBy,
      @Nullable String reporterThumbprint,
      @Nullable String reporterCard) {

    Incident with(List<Attachment> attachments, List<EntryRow> entries) {
      return new Incident(
          id,
          versionNo,
          new IncidentNumber(incidentNo),
          agencyId,
          new AgencyCode(agencyCode),
          status,
          new IncidentContent(
              contactName,
              contactPhone,
              contactMail,
              occurredOn,
              occurredTime == null ? null : LocalTime.parse(occurredTime),
              applicationNo,
              serviceCode,
              callId,
              description,
              attachments),
          new Reporter(reportedBy, reporterThumbprint, reporterCard, reportedAt),
          entries.stream().map(EntryRow::toEntry).toList());
    }
  }

  /** A step of the history as it is stored. */
  record EntryRow(
      IncidentEntry.Kind entryKind,
      Instant madeAt,
      String madeBy,
      @Nullable String said,
      IncidentStatus status) {

    IncidentEntry toEntry() {
      return new IncidentEntry(entryKind, madeAt, madeBy, said == null ? "" : said, status);
    }
  }

  /** A line of a list as it is stored. */
  record LineRow(
      String incidentNo,
      String agencyCode,
      String contactName,
      LocalDate occurredOn,
      IncidentStatus status,
      Instant reportedAt,
      Instant changedAt,
      @Nullable String assignee,
      @Nullable String callId) {

    IncidentLine toLine() {
      return new IncidentLine(
          new IncidentNumber(incidentNo),
          new AgencyCode(agencyCode),
          contactName,
          occurredOn,
          status,
          reportedAt,
          changedAt,
          assignee,
          callId);
    }
  }

  /**
   * A search as it is bound.
   *
   * @param applicationPattern for LIKE, with {@code !} as the escape character
   * @param textPattern the same, in capitals
   */
  record Filter(
      @Nullable Long agencyId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String applicationPattern,
      List<String> statusNames,
      @Nullable Instant before,
      @Nullable String textPattern,
      @Nullable String assignee,
      boolean unassigned,
      String sort,
      boolean descending,
      long offset,
      int size) {

    static Filter of(IncidentSearch search) {
      return new Filter(
          search.agencyId(),
          search.from(),
          search.to(),
          pattern(search.applicationNo()),
          search.statuses().stream().map(Enum::name).sorted().toList(),
          search.before(),
          text(search.text()),
          search.assignee(),
          "".equals(search.assignee()),
          search.sort().name(),
          search.descending(),
          (search.page() - 1L) * search.size(),
          search.size());
    }

    private static @Nullable String text(@Nullable String typed) {
      return typed == null || typed.isBlank()
          ? null
          : LikePattern.within(typed.strip().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String pattern(@Nullable String beginning) {
      if (beginning == null || beginning.isBlank()) {
        return null;
      }
      return LikePattern.beginning(beginning.strip().toUpperCase(Locale.ROOT));
    }
  }
}
