package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Counts the calls of applications by the index of the log. */
@Mapper
interface UsageMapper {

  List<DayRow> days(@Param("from") Instant from, @Param("before") Instant before);

  /** Of a day, before {@code morning} and from {@code night} on. */
  List<NightRow> nights(
      @Param("from") Instant from,
      @Param("morning") Instant morning,
      @Param("night") Instant night,
      @Param("before") Instant before);

  /** When the calls of an application were received, in order, one by one. */
  void moments(
      @Param("applicationNo") String applicationNo,
      @Param("from") Instant from,
      @Param("before") Instant before,
      ResultHandler<Instant> each);

  /** What one application called in a time. */
  record DayRow(
      long agencyId,
      @Nullable String applicationNo,
      long calls,
      long served,
      long failed,
      long rowsGiven,
      long personsGiven) {

    List<Object> whose() {
      return List.of(agencyId, requireNonNullElse(applicationNo, ""));
    }

    UsageDay on(LocalDate day, long night) {
      String number = requireNonNullElse(applicationNo, "");
      long refused = calls - served - failed;
      return new UsageDay(
          day, agencyId, number, served, refused, failed, night, rowsGiven, personsGiven);
    }
  }

  /** How many calls of one application came at night. */
  record NightRow(long agencyId, @Nullable String applicationNo, long calls) {

    List<Object> whose() {
      return List.of(agencyId, requireNonNullElse(applicationNo, ""));
    }
  }
}
