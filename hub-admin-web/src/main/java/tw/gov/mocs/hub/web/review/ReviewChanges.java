package tw.gov.mocs.hub.web.review;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;

/** What became of an application while somebody had a form of it open. */
@Component
final class ReviewChanges {

  private static final int NEWEST = 3;

  private final ActHistory history;

  ReviewChanges(ActHistory history) {
    this.history = history;
  }

  /** The newest acts on it, in their order. */
  List<ActLine> of(Application application) {
    List<ActLine> acts = history.of(application.name());
    return acts.subList(Math.max(0, acts.size() - NEWEST), acts.size());
  }
}
