package tw.gov.mocs.hub.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows enough to make a list slow: applications of many agencies in every state, with services and
 * grants, and calls of one agency over 90 days. Written past the hub's doors, which would take
 * hours.
 */
final class ListRows {

  static final int MANY = 100_000;
  static final int AGENCIES = 200;
  static final long FIRST_AGENCY = 1_000_000;

  private static final int BATCH = 5_000;
  private static final long FIRST_APPLICATION = 1_000_000;
  private static final List<String> STATUSES =
      List.of("PENDING", "APPROVED", "PARTLY_APPROVED", "REJECTED", "WITHDRAWN", "APPROVED");

  private final Instant now = Instant.now();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  void fill(DataSource hub) throws SQLException {
    try (Connection connection = hub.getConnection()) {
      connection.setAutoCommit(false);
      agencies(connection);
      applications(connection);
      services(connection);
      grants(connection);
      calls(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("ANALYZE");
      }
      connection.commit();
    }
  }

  private void agencies(Connection connection) throws SQLException {
    batch(
        connection,
        "INSERT INTO agency (id, agency_code, agency_name, suspended, registered_at)"
            + " VALUES (?, ?, ?, 0, ?)",
        AGENCIES,
        (row, i) ->
            set(row, FIRST_AGENCY + i, "L%06d".formatted(i), "測試第 %d 機關".formatted(i), at(now)));
  }

  private void applications(Connection connection) throws SQLException {
    batch(
        connection,
        "INSERT INTO application (id, version_no, agency_id, agency_code, status, contact_name,"
            + " contact_phone, contact_mail, period_from, period_to, purpose, legal_basis,"
            + " special_conditions, delivery_method, application_no, submitted_at, changed_at,"
            + " grant_status, grant_to) VALUES (?, 1, ?, ?, ?, ?, '02-82366666', 'a@example.tw',"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        MANY,
        (row, i) -> {
          Instant submitted = now.minus(Duration.ofMinutes(10L * i));
          set(
              row,
              FIRST_APPLICATION + i,
              FIRST_AGENCY + i % AGENCIES,
              "L%06d".formatted(i % AGENCIES),
              status(i),
              "聯絡人" + i * 31 % 9_973,
              date(-300),
              until(i),
              "用途".repeat(100),
              "法規".repeat(100),
              "說明".repeat(200),
              i % 3 == 0 ? "ONE_TIME_FILE" : "WEB_SERVICE",
              number(i),
              at(submitted),
              at(submitted.plusSeconds(i % 5_000)),
              granted(i) ? i % 7 == 0 ? "EXPIRED" : "ACTIVE" : null,
              granted(i) ? until(i) : null);
        });
  }

  private void services(Connection connection) throws SQLException {
    batch(
        connection,
        "INSERT INTO application_service (application_id, service_code) VALUES (?, ?)",
        2 * MANY,
        (row, i) -> set(row, FIRST_APPLICATION + i / 2, i % 2 == 0 ? "SQ_TA_001" : "SQ_TA_002"));
  }

  private void grants(Connection connection) throws SQLException {
    String of =
        " FROM application a WHERE a.grant_status IS NOT NULL AND a.id >= " + FIRST_APPLICATION;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO application_review (id, application_id, stage, outcome, reviewer,"
              + " reviewed_at) SELECT a.id, a.id, 'FIRST', a.status, 'reviewer', a.changed_at"
              + of);
      statement.execute(
          "INSERT INTO application_grant (id, application_id, review_id, application_no, agency_id,"
              + " agency_code, status, version_no, change_no, period_from, period_to, quota_calls,"
              + " quota_rows) SELECT a.id, a.id, a.id, a.application_no, a.agency_id,"
              + " a.agency_code, a.grant_status, 1, 0, a.period_from, a.grant_to, 100, 100"
              + of);
    }
    connection.commit();
  }

  private void calls(Connection connection) throws SQLException {
    long node;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO audit_node (node_name, fence, renewed_at, last_seq, last_hash) SELECT"
              + " 'lists', 0, renewed_at, 0, last_hash FROM audit_node");
      try (ResultSet rs =
          statement.executeQuery("SELECT id FROM audit_node WHERE node_name = 'lists'")) {
        rs.next();
        node = rs.getLong(1);
      }
    }
    byte[] digest = new byte[32];
    batch(
        connection,
        "INSERT INTO audit_row (node_id, seq, record_id, kind, recorded_at, salt, content_digest,"
            + " row_hash) VALUES (?, ?, ?, 'CALL', ?, ?, ?, ?)",
        MANY,
        (row, i) -> set(row, node, i, "L%025d".formatted(i), received(i), digest, digest, digest));
    batch(
        connection,
        "INSERT INTO audit_call (node_id, seq, agency_id, agency_code, cert_serial,"
            + " cert_thumbprint, caller_address, service_code, request_id, application_no,"
            + " purpose, criteria, received_at, decided_at, answered_at, outcome_code, row_count,"
            + " byte_count, person_count, person_digest, request_digest) VALUES (?, ?, ?,"
            + " 'L000000', '0a1b2c', ?, '192.0.2.7', ?, ?, ?, ?, ?, ?, ?, ?, ?, 20, 8000, 0, ?, ?)",
        MANY,
        (row, i) ->
            set(
                row,
                node,
                i,
                FIRST_AGENCY,
                "ab".repeat(32),
                i % 4 == 0 ? "SQ_TA_002" : "SQ_TA_001",
                request(i),
                number(i % 50),
                "案號".repeat(20),
                "idNo=".repeat(60),
                received(i),
                received(i),
                received(i),
                i % 10 == 0 ? "HUB-5006" : "OK",
                digest,
                digest));
  }

  static String request(int i) {
    return "request-%08x-%08d".formatted(i * 0x9E3779B1, i);
  }

  static String number(int i) {
    return "AP%sQ%03d%05d".formatted(i % 3 == 0 ? "F" : "S", 112 + i / 90_000, i % 90_000 + 1);
  }

  private OffsetDateTime received(int i) {
    return at(now.minus(Duration.ofSeconds(77L * i)));
  }

  private static String status(int i) {
    return STATUSES.get(i % STATUSES.size());
  }

  private static boolean granted(int i) {
    return status(i).endsWith("APPROVED");
  }

  private Date until(int i) {
    return date(i * 17 % 900 - 200);
  }

  private Date date(int days) {
    return Date.valueOf(today.plusDays(days));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void set(PreparedStatement row, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }

  private static void batch(Connection connection, String sql, int rows, Row each)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < rows; i++) {
        each.fill(statement, i);
        statement.addBatch();
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
          connection.commit();
        }
      }
      statement.executeBatch();
    }
    connection.commit();
  }

  /** Sets the values of one row. */
  private interface Row {
    void fill(PreparedStatement row, int number) throws SQLException;
  }
}
