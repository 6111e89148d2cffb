package tw.gov.mocs.hub.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the log says of one subject. Who may see it is the edge's to know. */
@Component
public class ActHistory {

  /** So many acts are shown at most, the newest. */
  public static final int MOST = 200;

  private final ActMapper mapper;

  ActHistory(ActMapper mapper) {
    this.mapper = mapper;
  }

  /** The newest acts on a subject, in their order, but for looks at it. */
  public List<ActLine> of(String subject) {
    // In this order an act on its way into a chain is read twice rather than not at all.
    List<ActLine> waiting = mapper.waiting(subject, MOST);
    List<ActLine> chained = mapper.chained(subject, MOST);
    List<ActLine> acts =
        Stream.concat(chained.stream(), waiting.stream())
            .distinct()
            .sorted(Comparator.comparing(ActLine::actedAt))
            .toList();
    return acts.subList(Math.max(0, acts.size() - MOST), acts.size());
  }

  /** The same, the newest first. */
  public List<ActLine> newestFirst(String subject) {
    List<ActLine> acts = new ArrayList<>(of(subject));
    Collections.reverse(acts);
    return List.copyOf(acts);
  }

  /** How often this was done to a subject; for a moment, an act of just now may count twice. */
  public long count(String subject, AuditAction action) {
    return mapper.count(subject, action);
  }
}
