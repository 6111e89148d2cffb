package tw.gov.mocs.hub.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tw.gov.mocs.hub.demo.SampleCareer.End;
import tw.gov.mocs.hub.demo.SampleCareer.Post;

/** Writes what the tables say of a career after service: 退休 and 撫卹. */
final class PensionRows {

  private static final LocalDate NEW_SYSTEM = LocalDate.of(1995, 7, 1);

  private final SampleRows rows;

  PensionRows(SampleRows rows) {
    this.rows = rows;
  }

  void write(SampleCareer career) throws SQLException {
    if (career.end() == End.RETIRED && career.endDate() != null) {
      retirement(career, career.endDate());
    } else if (career.end() == End.DIED && career.endDate() != null) {
      relief(career, career.endDate());
    }
  }

  private void retirement(SampleCareer career, LocalDate on) throws SQLException {
    Post post = career.lastPost();
    LocalDate entry = career.posts().get(0).from();
    long oldMonths = months(entry, entry.isBefore(NEW_SYSTEM) ? NEW_SYSTEM : entry);
    long newMonths = months(entry.isBefore(NEW_SYSTEM) ? NEW_SYSTEM : entry, on);
    boolean full = ChronoUnit.YEARS.between(career.birth(), on) >= 65;
    rows.row("MA_RETIREMENT", career, post)
        .set("FULL_NAME", career.name())
        .post(post)
        .set("BIRTH_DATE", career.birth())
        .set("SALARY_POINT", post.salaryPoint())
        .set("RETIREMENT_SCHEME", oldMonths > 0 ? "1" : "2")
        .set("RETIREMENT_KIND", full ? "02" : "01")
        .set("RETIREMENT_DATE", on)
        .set("OLD_SYSTEM_YEARS", oldMonths / 12)
        .set("OLD_SYSTEM_MONTHS", oldMonths % 12)
        .set("NEW_SYSTEM_YEARS", newMonths / 12)
        .set("NEW_SYSTEM_MONTHS", newMonths % 12)
        .set("PENSION_KIND", newMonths + oldMonths >= 180 ? "02" : "01")
        .set("PENSION_START_DATE", on)
        .set("INCOME_REPLACEMENT_RATE", BigDecimal.valueOf(4_500 + rows.random().nextInt(1_500), 2))
        .approved(on.minusDays(60));
  }

  private void relief(SampleCareer career, LocalDate on) throws SQLException {
    Post post = career.lastPost();
    int survivors = 1 + rows.random().nextInt(3);
    for (int survivor = 0; survivor < survivors; survivor++) {
      BigDecimal share = BigDecimal.valueOf(10_000L / survivors, 2);
      rows.row("MA_SURVIVOR_RELIEF", career, post)
          .set("FULL_NAME", career.name())
          .post(post)
          .set("BIRTH_DATE", career.birth())
          .set("DEATH_DATE", on)
          .set("RELIEF_KIND", "01")
          .set("RELIEF_PAYMENT_KIND", "02")
          // Far from the persons in service, so that no number comes twice.
          .set(
              "SURVIVOR_ID_NO",
              SampleNames.identityNumber(5_000_000 + career.index() * 3 + survivor, survivor == 0))
          .set("SURVIVOR_NAME", SampleNames.name(rows.random()))
          .set("SURVIVOR_RELATION", survivor == 0 ? "01" : "02")
          .set("SURVIVOR_SHARE", share)
          .set("RELIEF_FROM", on.plusDays(1))
          .set("RELIEF_TO", on.plusYears(10))
          .approved(on);
    }
  }

  private static long months(LocalDate from, LocalDate to) {
    return Math.max(0, ChronoUnit.MONTHS.between(from, to));
  }
}
