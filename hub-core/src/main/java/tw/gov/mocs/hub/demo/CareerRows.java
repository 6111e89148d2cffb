package tw.gov.mocs.hub.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.demo.SampleCareer.End;
import tw.gov.mocs.hub.demo.SampleCareer.Post;

/** Writes what the tables say of a career in service: reviews, appraisals, rewards, awards. */
final class CareerRows {

  private static final int APPRAISED_YEARS = 5;
  private static final String[] REWARDS = {"01", "02", "03"};
  private static final String[] REASONS = {
    "辦理年度業務評鑑，成績優良", "協助颱風災後復原，不辭辛勞 & 處置得宜", "推動服務流程簡化，效率提升 30% 以上", "主辦「為民服務」訓練<第一期>，圓滿完成"
  };
  private static final String[] ACHIEVEMENTS = {
    "一、建立跨機關資料交換作業規範。\n二、縮短審核時程，獲機關一致肯定。", "長年投入第一線服務，創新作法為各機關採行。"
  };

  private final SampleRows rows;
  private final RandomGenerator random;

  CareerRows(SampleRows rows) {
    this.rows = rows;
    this.random = rows.random();
  }

  void write(SampleCareer career) throws SQLException {
    if (career.end() == End.CONTRACT) {
      contract(career);
      return;
    }
    reviews(career);
    appraisals(career);
    rewards(career);
    nameChange(career);
    moves(career);
    honours(career);
    if (career.end() == End.IN_SERVICE) {
      currentStaff(career);
    }
  }

  private void contract(SampleCareer career) throws SQLException {
    Post post = career.lastPost();
    LocalDate from = rows.day().minusDays(100 + random.nextInt(600));
    rows.row("TA_CONTRACT_EMPLOYMENT", career, post)
        .set("FULL_NAME", career.name())
        .set("CONTRACT_TITLE", "約聘研究員")
        .set("CONTRACT_FROM", from)
        .set("CONTRACT_TO", from.plusYears(2).minusDays(1))
        .set("PAY_POINT", 280 + 8 * random.nextInt(30))
        .set("PROJECT_NAME", "數位服務推動計畫")
        .approved(from);
  }

  private void reviews(SampleCareer career) throws SQLException {
    List<Post> posts = career.posts();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      boolean first = i == 0;
      boolean promoted = !first && post.grade() > posts.get(i - 1).grade();
      rows.row("TA_QUALIFICATION_REVIEW", career, post)
          .set("FULL_NAME", career.name())
          .post(post)
          .set("POSITION_NO", post.positionNo())
          .set("SERIES_CODE", post.series())
          .set("REVIEW_CASE", first ? "01" : promoted ? "03" : "04")
          .set("REVIEW_RESULT", first ? "02" : "01")
          .set("SALARY_KIND", "01")
          .set("SALARY_STEP", 1 + i)
          .set("SALARY_POINT", post.salaryPoint())
          .set("EFFECTIVE_DATE", post.from())
          .approved(post.from());
    }
  }

  private void appraisals(SampleCareer career) throws SQLException {
    LocalDate end = career.endDate() == null ? rows.day() : career.endDate();
    int last = end.getYear() - 1;
    int first = Math.max(career.posts().get(0).from().getYear() + 1, last - APPRAISED_YEARS + 1);
    for (int year = first; year <= last; year++) {
      Post post = career.postOn(LocalDate.of(year, 12, 31));
      boolean excellent = random.nextInt(4) > 0;
      rows.row("TA_PERFORMANCE_APPRAISAL", career, post)
          .set("FULL_NAME", career.name())
          .post(post)
          .set("APPRAISAL_YEAR", year - 1911)
          .set("APPRAISAL_KIND", "01")
          .set("APPRAISAL_GRADE", excellent ? "A" : "B")
          .set("APPRAISAL_SCORE", BigDecimal.valueOf(excellent ? 8_000 : 7_000, 2).add(tenths()))
          .set("APPRAISAL_OUTCOME", excellent ? "01" : "04")
          .set("SALARY_POINT", post.salaryPoint())
          .approved(LocalDate.of(year + 1, 1, 20));
    }
  }

  private BigDecimal tenths() {
    return BigDecimal.valueOf(random.nextInt(100), 1);
  }

  private void rewards(SampleCareer career) throws SQLException {
    if (career.index() != 0 && random.nextInt(2) == 0) {
      return;
    }
    Post post = career.lastPost();
    LocalDate on = rows.earlier(post.from().plusDays(60 + random.nextInt(200)));
    rows.row("TA_REWARD_DISCIPLINE", career, post)
        .set("FULL_NAME", career.name())
        .set("ACTION_CLASS", "R")
        .set("ACTION_KIND", SampleNames.pick(REWARDS, random))
        .set("ACTION_COUNT", 1 + random.nextInt(2))
        .set("ACTION_DATE", on)
        .set("REASON", SampleNames.pick(REASONS, random))
        .set("LEGAL_BASIS", "公務人員考績法第12條")
        .set("APPROVING_AGENCY_NAME", post.agency().name())
        .approved(on);
  }

  private void nameChange(SampleCareer career) throws SQLException {
    if (career.formerName() == null || career.nameChanged() == null) {
      return;
    }
    rows.row("TA_NAME_CHANGE", career, career.postOn(career.nameChanged()))
        .set("FORMER_NAME", career.formerName())
        .set("NEW_NAME", career.name())
        .set("CHANGE_DATE", rows.earlier(career.nameChanged()))
        .approved(career.nameChanged());
  }

  /** 卸職: a row for each post that was left. */
  private void moves(SampleCareer career) throws SQLException {
    List<Post> posts = career.posts();
    for (int i = 1; i < posts.size(); i++) {
      left(career, posts.get(i - 1), "01", posts.get(i).from(), posts.get(i).agency().code());
    }
    if (career.endDate() != null) {
      String reason =
          switch (career.end()) {
            case RETIRED -> "03";
            case DIED -> "11";
            default -> "02";
          };
      left(career, career.lastPost(), reason, career.endDate(), null);
    }
  }

  private void left(
      SampleCareer career, Post post, String reason, LocalDate on, @Nullable String next)
      throws SQLException {
    SampleRows.Row row =
        rows.row("TA_LEAVING_POST", career, post)
            .set("FULL_NAME", career.name())
            .post(post)
            .set("LEAVING_REASON", reason)
            .set("LEAVING_DATE", rows.earlier(on));
    if (next != null) {
      row.set("NEXT_AGENCY_CODE", next);
    }
    row.approved(on);
  }

  private void honours(SampleCareer career) throws SQLException {
    LocalDate end = career.endDate() == null ? rows.day() : career.endDate();
    LocalDate entry = career.posts().get(0).from();
    for (int years = 10; years <= 30; years += 10) {
      LocalDate on = entry.plusYears(years).plusDays(30);
      if (on.isBefore(end)) {
        rows.row("TA_DECORATION", career, career.postOn(on))
            .set("FULL_NAME", career.name())
            .set("DECORATION_KIND", "01")
            .set("DECORATION_CLASS", "0" + (4 - years / 10))
            .set("CONFERRED_DATE", on)
            .set("CERTIFICATE_NO", "服獎字第" + SampleNames.digits(random.nextInt(1_000_000), 6) + "號")
            .set("SERVICE_YEARS", years)
            .approved(on);
      }
    }
    long served = ChronoUnit.YEARS.between(entry, end);
    if (served > 5 && random.nextInt(300) == 0) {
      Post post = career.postOn(end.minusYears(1));
      rows.row("TA_MODEL_CIVIL_SERVANT", career, post)
          .set("FULL_NAME", career.name())
          .post(post)
          .set("AWARD_YEAR", end.getYear() - 1 - 1911)
          .set("ACHIEVEMENT", SampleNames.pick(ACHIEVEMENTS, random))
          .set("PRIZE_AMOUNT", 50_000)
          .approved(end.minusYears(1));
    }
  }

  private void currentStaff(SampleCareer career) throws SQLException {
    Post post = career.lastPost();
    rows.row("TA_CURRENT_STAFF", career, post)
        .set("FULL_NAME", career.name())
        .post(post)
        .set("BIRTH_DATE", career.birth())
        .set("SEX_CODE", career.male() ? "1" : "2")
        .set("UNIT_NAME", "第" + (1 + random.nextInt(5)) + "科")
        .set("POSITION_NO", post.positionNo())
        .set("SERIES_CODE", post.series())
        .set("SALARY_POINT", post.salaryPoint())
        .set("APPOINTED_DATE", rows.earlier(post.from()))
        .put(post.from());
  }
}
