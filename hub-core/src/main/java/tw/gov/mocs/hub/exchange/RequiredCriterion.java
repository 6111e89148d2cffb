package tw.gov.mocs.hub.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** A call for persons must name whom, whose or what changed lately: nobody fetches everybody. */
final class RequiredCriterion {

  private RequiredCriterion() {}

  /** Throws CRITERION_REQUIRED unless one of the conditions narrows the call enough. */
  static void require(RequiredCriteria required, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (suffices(required, condition)) {
        return;
      }
    }
    throw new HubException(
        ErrorCode.CRITERION_REQUIRED,
        "none of the required criteria was given",
        choices(required, "%s（≤ %d 天）"),
        choices(required, "%s (≤ %d days)"));
  }

  private static String choices(RequiredCriteria required, String range) {
    List<String> choices = new ArrayList<>(required.anyOf());
    choices.add(range.formatted(required.rangeField(), required.rangeDays()));
    return String.join(" / ", choices);
  }

  private static boolean suffices(RequiredCriteria required, Condition condition) {
    String name = condition.field().xmlName();
    if (condition instanceof Condition.AnyOf) {
      return required.anyOf().contains(name);
    }
    return condition instanceof Condition.Between range
        && name.equals(required.rangeField())
        && spansAtMost(required.rangeDays(), range);
  }

  private static boolean spansAtMost(int days, Condition.Between range) {
    if (range.from() instanceof LocalDate from && range.to() instanceof LocalDate after) {
      return ChronoUnit.DAYS.between(from, after) <= days;
    }
    return range.from() instanceof Instant from
        && range.to() instanceof Instant to
        && Duration.between(from, to).compareTo(Duration.ofDays(days)) <= 0;
  }
}
