package tw.gov.mocs.hub.web.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.SentBack;

/** 退回補正, as the steps of a draft show it. */
@Component
public final class Returned {

  private final Reviews reviews;

  Returned(Reviews reviews) {
    this.reviews = reviews;
  }

  /** Why and until when; null for what was never submitted. */
  public @Nullable SentBack why(Application draft) {
    List<SentBack> all = draft.number().map(reviews::returns).orElse(List.of());
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }
}
