package tw.gov.mocs.hub.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.demo.SampleCareer.Post;

/** What every row of the demo has in common, and where rows go. */
final class SampleRows {

  private static final String[] OFFICES = {"部銓一字", "部銓二字", "部退三字", "部特一字"};

  private final BatchInserts inserts;
  private final Map<String, ExchangeTable> tables;
  private final LocalDate day;
  private final RandomGenerator random;

  SampleRows(BatchInserts inserts, Map<String, ExchangeTable> tables, long seed, LocalDate day) {
    this.inserts = inserts;
    this.tables = tables;
    this.day = day;
    this.random = new SplittableRandom(seed);
  }

  /** A row about a person in a post. */
  Row row(String table, SampleCareer career, Post post) {
    Row row = row(table);
    row.set("ID_NO", career.idNo());
    row.agency(post.agency());
    return row;
  }

  Row row(String table) {
    ExchangeTable known = tables.get(table);
    if (known == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return new Row(known);
  }

  /** Builds one row; columns that the table does not have are an error. */
  final class Row {

    private final ExchangeTable table;
    private final Map<String, Object> values = new HashMap<>();

    private Row(ExchangeTable table) {
      this.table = table;
    }

    Row set(String column, Object value) {
      values.put(column, value);
      return this;
    }

    Row agency(SampleAgency agency) {
      return set("AGENCY_CODE", agency.code()).set("AGENCY_NAME", agency.name());
    }

    /** Title, rank and grade of a post. */
    Row post(Post post) {
      return set("JOB_TITLE_CODE", post.jobTitleCode())
          .set("RANK_CODE", post.rankCode())
          .set("GRADE_CODE", post.gradeCode());
    }

    /** Approved some days after; one row in 25 was changed again in the last month. */
    void approved(LocalDate after) throws SQLException {
      LocalDate approval = earlier(after.plusDays(5 + random.nextInt(40)));
      set("APPROVAL_DATE", approval);
      set(
          "APPROVAL_DOC_NO",
          SampleNames.pick(OFFICES, random)
              + "第"
              + SampleNames.digits(random.nextLong(10_000_000_000L), 10)
              + "號");
      put(approval);
    }

    void put(LocalDate changed) throws SQLException {
      boolean lately = random.nextInt(25) == 0;
      LocalDate updated = lately ? day.minusDays(random.nextInt(30)) : earlier(changed);
      LocalDateTime at =
          updated.atTime(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
      set("UPDATED_AT", at);
      set("RECORD_STATUS", random.nextInt(200) == 0 ? "C" : "A");
      inserts.add(table, values);
    }
  }

  /** The day, but never after the reference day. */
  LocalDate earlier(LocalDate other) {
    return other.isAfter(day) ? day : other;
  }

  LocalDate day() {
    return day;
  }

  RandomGenerator random() {
    return random;
  }
}
