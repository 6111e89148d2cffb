package tw.gov.mocs.hub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One synthetic person from entering to leaving the service; what the tables say of it agrees.
 *
 * @param formerName the name before a change; null if it never changed
 * @param nameChanged when it changed
 * @param posts in order; the first by 初任
 * @param end how the career stands
 * @param endDate when it ended; null while in service
 */
record SampleCareer(
    int index,
    String idNo,
    String name,
    @Nullable String formerName,
    @Nullable LocalDate nameChanged,
    boolean male,
    LocalDate birth,
    List<Post> posts,
    End end,
    @Nullable LocalDate endDate) {

  /** How a career stands on the reference day. */
  enum End {
    IN_SERVICE,
    RETIRED,
    DIED,
    RESIGNED,
    CONTRACT
  }

  /**
   * One post.
   *
   * @param from its first day
   * @param grade 1 to 14
   * @param series job series
   */
  record Post(SampleAgency agency, LocalDate from, int grade, String series, String positionNo) {

    String rankCode() {
      return grade <= 5 ? "01" : grade <= 9 ? "02" : "03";
    }

    String gradeCode() {
      return "G" + SampleNames.digits(grade, 2);
    }

    String jobTitleCode() {
      return rankCode()
          + SampleNames.digits(1 + (grade * 7 + positionNo.hashCode() % 4 + 4) % 4, 2);
    }

    /** 俸點, rising with the grade. */
    int salaryPoint() {
      return 160 + grade * 45;
    }
  }

  private static final String[] SERIES = {
    "A101", "A102", "A104", "A107", "A201", "A202", "A302", "A503", "A601", "B702"
  };
  private static final String MANY_IDEOGRAPHS_NAME = "𠮷田美玲";

  /**
   * The career of one person.
   *
   * @param seed the same seed gives the same persons
   * @param day the reference day; nothing lies after it
   */
  static SampleCareer of(int index, long seed, LocalDate day) {
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + index);
    boolean sample = index == 0;
    boolean male = !sample && random.nextBoolean();
    LocalDate birth =
        sample
            ? LocalDate.of(1960, 5, 17)
            : LocalDate.of(1958, 1, 1).plusDays(random.nextInt(365 * 42));
    LocalDate entry = birth.plusYears(22 + random.nextInt(9)).plusDays(random.nextInt(300));
    if (entry.isAfter(day.minusYears(1))) {
      entry = day.minusYears(1).minusDays(random.nextInt(300));
    }
    End end = sample ? End.RETIRED : end(birth, day, random);
    LocalDate endDate = endDate(end, birth, entry, day, random);
    List<Post> posts = posts(entry, endDate == null ? day : endDate, random);
    boolean changed = sample || random.nextInt(40) == 0;
    String name = sample ? MANY_IDEOGRAPHS_NAME : SampleNames.name(random);
    return new SampleCareer(
        index,
        SampleNames.identityNumber(index, male),
        name,
        changed ? SampleNames.name(random) : null,
        changed ? entry.plusDays(30 + random.nextInt(300)) : null,
        male,
        birth,
        posts,
        end,
        endDate);
  }

  private static End end(LocalDate birth, LocalDate day, RandomGenerator random) {
    if (birth.plusYears(65).isBefore(day)) {
      return random.nextInt(20) == 0 ? End.DIED : End.RETIRED;
    }
    int dice = random.nextInt(100);
    if (birth.plusYears(56).isBefore(day) && dice < 45) {
      return End.RETIRED;
    }
    return dice < 1 ? End.DIED : dice < 4 ? End.RESIGNED : dice < 8 ? End.CONTRACT : End.IN_SERVICE;
  }

  private static @Nullable LocalDate endDate(
      End end, LocalDate birth, LocalDate entry, LocalDate day, RandomGenerator random) {
    if (end == End.IN_SERVICE || end == End.CONTRACT) {
      return null;
    }
    LocalDate earliest =
        end == End.RETIRED ? later(entry.plusYears(1), birth.plusYears(55)) : entry.plusDays(200);
    LocalDate latest = end == End.RETIRED ? earlier(birth.plusYears(65), day) : day;
    long span = Math.max(1, latest.toEpochDay() - earliest.toEpochDay());
    return LocalDate.ofEpochDay(
        Math.min(day.toEpochDay() - 1, earliest.toEpochDay() + random.nextLong(span)));
  }

  private static List<Post> posts(LocalDate entry, LocalDate until, RandomGenerator random) {
    List<Post> posts = new ArrayList<>();
    int grade = 1 + random.nextInt(6);
    String series = SampleNames.pick(SERIES, random);
    LocalDate from = entry;
    while (posts.isEmpty() || (from.isBefore(until) && posts.size() < 5)) {
      SampleAgency agency = SampleAgency.ALL.get(random.nextInt(SampleAgency.ALL.size()));
      posts.add(
          new Post(
              agency, from, grade, series, "A" + SampleNames.digits(random.nextInt(1_000_000), 6)));
      from = from.plusDays(900 + random.nextInt(3_000));
      grade = Math.min(14, grade + random.nextInt(3));
    }
    return List.copyOf(posts);
  }

  /** The post held on a day after entry. */
  Post postOn(LocalDate day) {
    Post held = posts.get(0);
    for (Post post : posts) {
      if (!post.from().isAfter(day)) {
        held = post;
      }
    }
    return held;
  }

  /** The last post. */
  Post lastPost() {
    return posts.get(posts.size() - 1);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
