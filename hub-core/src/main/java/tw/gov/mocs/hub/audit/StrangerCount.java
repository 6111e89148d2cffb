package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * How often callers who had not shown who they are were refused.
 *
 * @param minute in which
 * @param cause the code of the refusal; {@link Strangers#OVERFLOW} for those that were too many to
 *     be told apart
 * @param address whence they came; {@link Strangers#OTHERS} for addresses that were too many
 * @param times how often, on all nodes
 */
public record StrangerCount(Instant minute, String cause, String address, long times) {

  /** Why they were refused; empty for those that were only counted. */
  public Optional<ErrorCode> refusal() {
    return Arrays.stream(ErrorCode.values()).filter(one -> one.code().equals(cause)).findFirst();
  }

  /** Whether the address is one, and not what stands for many. */
  public boolean hasAddress() {
    return !address.equals(Strangers.OTHERS);
  }
}
