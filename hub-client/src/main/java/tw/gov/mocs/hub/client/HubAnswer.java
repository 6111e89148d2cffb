package tw.gov.mocs.hub.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows that the hub signed for this very request.
 *
 * @param operation 服務代碼
 * @param requestId that of the request
 * @param recordId the number of this call in the hub's log
 * @param asOf when the rows were read, by the hub's clock
 * @param grantVersion which version of the grant decided
 * @param checkpoint the last checkpoint of the hub's log: keep it, it makes you a witness
 * @param rows in the order of the hub
 * @param nextPageToken absent on the last page
 */
public record HubAnswer(
    String operation,
    String requestId,
    String recordId,
    OffsetDateTime asOf,
    int grantVersion,
    Optional<Checkpoint> checkpoint,
    List<HubRow> rows,
    @Nullable String nextPageToken) {

  /** Copies the rows. */
  public HubAnswer {
    rows = List.copyOf(rows);
  }

  /** The token of the next page, if there is one. */
  public Optional<String> nextPage() {
    return Optional.ofNullable(nextPageToken);
  }

  /**
   * A signed state of the hub's log.
   *
   * @param number from 1, without gaps
   * @param hash SHA-256 of the signed checkpoint, Base64
   */
  public record Checkpoint(long number, String hash) {}
}
