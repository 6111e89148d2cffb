package tw.gov.mocs.hub.web.setting;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of 作業清單 as its address says them.
 *
 * @param text a part of a job's or a node's name, as typed
 * @param state only those that stand so; null for all
 */
record JobCriteria(String text, @Nullable JobState state) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"job", "node", "state", "began", "took", "next"};

  static JobCriteria of(HttpServletRequest request) {
    return new JobCriteria(
        Criterion.words(request), Criterion.chosen(request, "state", JobState.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || state != null;
  }

  boolean means(JobLine line) {
    return (state == null || state == line.state())
        && Criterion.isIn(text, line.title(), line.node());
  }

  static Comparator<JobLine> order(String sort) {
    Comparator<JobLine> order =
        switch (sort) {
          case "node" -> comparing(JobLine::node);
          case "state" -> comparing(JobLine::state);
          case "began" -> comparing(JobLine::beganAt, nullsFirst(naturalOrder()));
          case "took" -> comparing(JobLine::tookMillis, nullsFirst(naturalOrder()));
          case "next" -> comparing(JobLine::nextAt, nullsFirst(naturalOrder()));
          default -> comparing(JobLine::title);
        };
    return order.thenComparing(JobLine::job).thenComparing(JobLine::node);
  }
}
