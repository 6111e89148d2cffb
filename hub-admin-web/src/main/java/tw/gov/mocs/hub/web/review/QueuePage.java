package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.QueueLine;
import tw.gov.mocs.hub.application.QueueSearch;
import tw.gov.mocs.hub.application.ReviewQueue;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;

/** 申請審核管理: the queue, the oldest first, with the marks of its checklist. */
@Controller
final class QueuePage {

  /**
   * A line of the queue.
   *
   * @param line what is kept
   * @param days since it was submitted
   * @param overdue whether it was returned and did not come back in time
   * @param points of the checklist
   */
  record Row(QueueLine line, long days, boolean overdue, List<Point> points) {}

  private final ReviewQueue queue;
  private final Checklist checklist;
  private final MessageSource messages;
  private final Clock clock;

  QueuePage(ReviewQueue queue, Checklist checklist, MessageSource messages, Clock clock) {
    this.queue = queue;
    this.checklist = checklist;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/reviews", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    QueueCriteria criteria = QueueCriteria.of(request);
    ListQuery asked = ListQuery.of(request, QueueCriteria.COLUMNS);
    LocalDate today = RocDate.dayOf(clock.instant());
    Faults faults = new Faults();
    if (criteria.isAgeUnread()) {
      faults.add("age", messages.getMessage("review.age.malformed", null, locale));
    }
    Listing<Row> list =
        Listing.search(
            request,
            asked,
            faults,
            query -> rows(queue.search(criteria.search(query, today)), today, locale));
    model.addAttribute("criteria", criteria);
    model.addAttribute("faults", faults);
    model.addAttribute("list", list);
    model.addAttribute("states", QueueSearch.State.values());
    model.addAttribute("methods", DeliveryMethod.values());
    return "review/queue";
  }

  private Page<Row> rows(Page<QueueLine> found, LocalDate today, Locale locale) {
    return new Page<>(
        found.items().stream().map(line -> row(line, today, locale)).toList(),
        found.number(),
        found.size(),
        found.total());
  }

  private Row row(QueueLine line, LocalDate today, Locale locale) {
    LocalDate due = line.dueOn();
    return new Row(
        line,
        ChronoUnit.DAYS.between(RocDate.dayOf(line.submittedAt()), today),
        line.status() == ApplicationStatus.RETURNED && due != null && today.isAfter(due),
        checklist.of(line, locale));
  }
}
