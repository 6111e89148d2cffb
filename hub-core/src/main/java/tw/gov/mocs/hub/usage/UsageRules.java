package tw.gov.mocs.hub.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.UsageDay;

/** In what the use of an application on one day is unusual. */
final class UsageRules {

  private final UsageSettings settings;
  private final ToLongBiFunction<LocalDate, String> busiestMinute;

  /**
   * The rules.
   *
   * @param busiestMinute how many calls of an application came within sixty seconds of a day; asked
   *     only where there were that many in the whole day
   */
  UsageRules(UsageSettings settings, ToLongBiFunction<LocalDate, String> busiestMinute) {
    this.settings = settings;
    this.busiestMinute = busiestMinute;
  }

  /**
   * What an application may use on a day.
   *
   * @param calls null for one-time files: how many there may be is decided one by one
   * @param rows of a file those that were estimated
   */
  record Allowed(@Nullable Integer calls, long rows) {}

  /**
   * What is unusual.
   *
   * @param granted null for calls that named no application of the agency's
   */
  List<Finding> findings(UsageDay day, AgencyCode agency, @Nullable Allowed granted) {
    Found found = new Found(day, agency, new ArrayList<>());
    if (granted != null) {
      near(granted, found);
    }
    found.from(Pattern.NIGHT, day.night(), settings.nightCalls());
    if (!day.applicationNo().isEmpty() && day.calls() >= settings.burstCalls()) {
      long most = busiestMinute.applyAsLong(day.day(), day.applicationNo());
      found.from(Pattern.BURST, most, settings.burstCalls());
    }
    found.from(Pattern.PERSONS, day.persons(), settings.persons());
    if (2 * day.refused() >= day.calls()) {
      found.from(Pattern.REFUSALS, day.refused(), settings.refusals());
    }
    return found.all();
  }

  private void near(Allowed granted, Found found) {
    UsageDay day = found.day();
    Integer calls = granted.calls();
    if (calls != null && 100 * day.served() >= settings.quotaPercent() * (long) calls) {
      found.add(Pattern.CALLS, day.served(), calls);
    }
    // A file holds about as many as were estimated; only more of them are unusual.
    boolean many =
        calls == null
            ? day.rows() > granted.rows()
            : 100 * day.rows() >= settings.quotaPercent() * granted.rows();
    if (many) {
      found.add(Pattern.ROWS, day.rows(), granted.rows());
    }
  }

  /** What was found of a day so far. */
  private record Found(UsageDay day, AgencyCode agency, List<Finding> all) {

    void from(Pattern pattern, long seen, long limit) {
      if (seen >= limit) {
        add(pattern, seen, limit);
      }
    }

    void add(Pattern pattern, long seen, long limit) {
      all.add(new Finding(day.day(), agency, day.applicationNo(), pattern, seen, limit));
    }
  }
}
