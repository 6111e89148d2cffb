package tw.gov.mocs.hub.ws;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What a hub of the tests has written into its log. */
record HubLog(JdbcTemplate jdbc) {

  /** All calls of registered callers, served or not. */
  long calls() {
    return count("SELECT COUNT(*) FROM audit_call");
  }

  long served() {
    return count("SELECT COUNT(*) FROM audit_call WHERE outcome_code = 'OK'");
  }

  /** The record of one call, by column. */
  Map<String, Object> call(String recordId) {
    return jdbc.queryForMap(
        "SELECT c.* FROM audit_row r JOIN audit_call c ON c.node_id = r.node_id AND c.seq = r.seq"
            + " WHERE r.record_id = ?",
        recordId);
  }

  /** How many strangers were refused for this; counted a few seconds late. */
  long strangers(ErrorCode cause) {
    return count(
        "SELECT COALESCE(SUM(times), 0) FROM refusal_count WHERE cause IN ('%s', '%s')"
            .formatted(cause.name(), cause.code()));
  }

  /** Why the holder of a certificate was refused while nobody knew him. */
  List<String> reasons(ErrorCode cause, String thumbprint) {
    return jdbc.queryForList(
        "SELECT detail FROM refusal_sample WHERE cause IN (?, ?) AND cert_thumbprint = ?",
        String.class,
        cause.name(),
        cause.code(),
        thumbprint);
  }

  /** How many calls an unregistered certificate has signed; kept a few seconds late. */
  long seen(String thumbprint) {
    return count(
        "SELECT COALESCE(SUM(call_times), 0) FROM seen_certificate WHERE thumbprint = '%s'"
            .formatted(thumbprint));
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
