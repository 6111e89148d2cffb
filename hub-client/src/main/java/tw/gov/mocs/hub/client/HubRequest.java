package tw.gov.mocs.hub.client;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of an exchange service. The hub judges what stands in it; here only its form is given.
 *
 * @param operation 服務代碼, for example {@code SQ_TA_001}
 * @param requestId unique among all requests of the agency, at most 64 characters
 * @param applicationNo 申請案號 of the approved application, for example {@code APSQ11500001}
 * @param purpose 案號或事由, at most 200 characters, without an identity number
 * @param fields element names wanted; empty for all that were granted
 * @param criteria all must hold
 * @param pageSize rows of a page; null for the hub's default
 * @param pageToken where the page before ended; null for the first page
 */
public record HubRequest(
    String operation,
    String requestId,
    String applicationNo,
    String purpose,
    List<String> fields,
    List<Criterion> criteria,
    @Nullable Integer pageSize,
    @Nullable String pageToken) {

  /** Copies the lists. */
  public HubRequest {
    requireNonNull(operation, "operation");
    requireNonNull(requestId, "requestId");
    requireNonNull(applicationNo, "applicationNo");
    requireNonNull(purpose, "purpose");
    fields = List.copyOf(fields);
    criteria = List.copyOf(criteria);
  }

  /** A request with a new request id and neither fields nor criteria. */
  public static Builder of(String operation, String applicationNo, String purpose) {
    return new Builder(operation, applicationNo, purpose);
  }

  /**
   * The same request with a new id. The hub serves an id once, so this is how to call again, also
   * after a failure on the way.
   */
  public HubRequest again() {
    return page(pageToken);
  }

  /** The request of a further page: each page is a call of its own, with an id of its own. */
  public HubRequest page(@Nullable String token) {
    return new HubRequest(
        operation, newId(), applicationNo, purpose, fields, criteria, pageSize, token);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Collects fields and criteria; values of the same field become one criterion. */
  public static final class Builder {

    private final String operation;
    private final String applicationNo;
    private final String purpose;
    private final List<String> fields = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Criterion> ranges = new ArrayList<>();
    private String requestId = newId();
    private @Nullable Integer pageSize;

    private Builder(String operation, String applicationNo, String purpose) {
      this.operation = operation;
      this.applicationNo = applicationNo;
      this.purpose = purpose;
    }

    /** An id of the caller's own choice; without it a random one is taken. */
    public Builder requestId(String id) {
      requestId = id;
      return this;
    }

    /** Asks for these fields only. */
    public Builder fields(List<String> names) {
      fields.addAll(names);
      return this;
    }

    /**
     * Rows whose field has this value, or another one given for the same field. Dates are written
     * {@code 2026-01-31}, times with their offset; at most 1,000 values in a call.
     */
    public Builder where(String field, String value) {
      values.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
      return this;
    }

    /** Rows whose field lies in this range; see {@link Criterion.Range}. */
    public Builder between(String field, @Nullable String from, @Nullable String to) {
      ranges.add(new Criterion.Range(field, from, to));
      return this;
    }

    /** How many rows a page holds, 1 to 10,000; null for the hub's default of 1,000. */
    public Builder pageSize(@Nullable Integer rows) {
      pageSize = rows;
      return this;
    }

    /** The request. */
    public HubRequest build() {
      List<Criterion> criteria = new ArrayList<>();
      values.forEach((field, list) -> criteria.add(new Criterion.Values(field, list)));
      criteria.addAll(ranges);
      return new HubRequest(
          operation, requestId, applicationNo, purpose, fields, criteria, pageSize, null);
    }
  }
}
