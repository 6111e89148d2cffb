package tw.gov.mocs.hub.audit;

import java.util.List;
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

  /**
   * The newest acts on a subject, in their order, but for looks at it; those of this moment may
   * still be missing.
   */
  public List<ActLine> of(String subject) {
    return mapper.of(subject, MOST);
  }
}
