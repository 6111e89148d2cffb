package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/** 審核清單: what waits for a reviewer, and what a reviewer looks up. */
@Component
public class ReviewQueue {

  private final QueueMapper mapper;
  private final Clock clock;

  ReviewQueue(QueueMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The lines of one page. */
  public Page<QueueLine> search(QueueSearch search) {
    QueueMapper.Filter filter = QueueMapper.Filter.of(search, RocDate.dayOf(clock.instant()));
    List<Long> ids = mapper.ids(filter);
    Map<Long, QueueLine> lines =
        ids.isEmpty()
            ? Map.of()
            : mapper.lines(ids).stream()
                .collect(Collectors.toMap(QueueLine::id, Function.identity()));
    return new Page<>(
        ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList(),
        search.page(),
        search.size(),
        mapper.count(filter));
  }
}
