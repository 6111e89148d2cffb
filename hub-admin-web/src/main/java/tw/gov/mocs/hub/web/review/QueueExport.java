package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.QueueLine;
import tw.gov.mocs.hub.application.ReviewQueue;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 申請審核管理 as a file: everything that its criteria let through, in its order. */
@Controller
final class QueueExport {

  private static final int AT_ONCE = 500;

  private final ReviewQueue queue;
  private final ListFiles files;
  private final Clock clock;

  QueueExport(ReviewQueue queue, ListFiles files, Clock clock) {
    this.queue = queue;
    this.files = files;
    this.clock = clock;
  }

  @GetMapping(path = "/admin/reviews", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueueCriteria criteria = QueueCriteria.of(request);
    ListFile<QueueLine> file = files.begin("admin.reviews", request);
    file.column("review.number", QueueLine::applicationNo)
        .column("review.agency.code", QueueLine::agencyCode)
        .column("review.agency", QueueLine::agencyName)
        .column("review.method", line -> file.text("answer.method." + line.deliveryMethod()))
        .column("review.submitted", QueueLine::submittedAt)
        .column("review.state", line -> file.text("review.status." + line.status()))
        .column("review.letter.on", QueueLine::letterOn)
        .column("review.dueOn", QueueLine::dueOn)
        .send(format, rows(criteria, request), response);
  }

  private ListFile.Rows<QueueLine> rows(QueueCriteria criteria, HttpServletRequest request) {
    if (criteria.isAgeUnread()) {
      return ListFile.Rows.of(List.of());
    }
    ListQuery asked = ListQuery.of(request, QueueCriteria.COLUMNS);
    LocalDate today = RocDate.dayOf(clock.instant());
    return (page, begun) ->
        queue
            .search(
                criteria.search(
                    new ListQuery(page, AT_ONCE, asked.sort(), asked.descending()), today))
            .items();
  }
}
