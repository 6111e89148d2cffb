package tw.gov.mocs.hub.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.HubException;

/** One call, decided, read and recorded; the edge only gives it its form. */
@Component
public class Exchange {

  /**
   * Decides, reads into the writer and commits the record. Nothing of what was written may leave
   * the hub unless this returns.
   *
   * @throws HubException the refusal, already recorded under its {@code recordId} unless the log
   *     itself is what failed
   */
  public Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer) {
    throw new UnsupportedOperationException("being built");
  }

  /** Answers HubStatus; recorded, and claimed against replay, like any call. */
  public HubStatusAnswer status(Caller caller, String requestId) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Records a refusal that the edge found after the signature held (operation, schema …).
   *
   * @return the same refusal with its record id
   */
  public HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why) {
    throw new UnsupportedOperationException("being built");
  }
}
