package tw.gov.mocs.hub.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.shared.Digests;

/**
 * A log of a million calls over half a year, of many agencies and persons, in a chain that fits.
 * Written past the hub's doors, which would take hours; the index over it the hub makes itself.
 */
final class AuditRows {

  static final int MANY = 1_000_000;
  static final int AGENCIES = 200;
  static final long FIRST_AGENCY = 1_000_000;

  private static final int PERSONS = 200_000;
  private static final int SECONDS_APART = 15;
  private static final int BATCH = 5_000;
  private static final String NODE = "million";
  private static final List<String> SERVICES =
      List.of("SQ_TA_001", "SQ_TA_002", "SQ_TA_003", "SQ_TA_004");

  private final Instant first = Instant.now().minusSeconds((long) SECONDS_APART * MANY);
  private final PersonHasher hasher;

  AuditRows(PersonHasher hasher) {
    this.hasher = hasher;
  }

  void fill(DataSource hub) throws SQLException {
    try (Connection connection = hub.getConnection()) {
      connection.setAutoCommit(false);
      long node = node(connection);
      byte[] hash = new byte[32];
      try (PreparedStatement rows = connection.prepareStatement(ROW);
          PreparedStatement calls = connection.prepareStatement(CALL)) {
        for (int i = 1; i <= MANY; i++) {
          byte[] digest = Digests.sha256(bytes("content " + i));
          hash = Digests.sha256(hash, digest);
          set(rows, node, i, record(i), at(i), digest, digest, hash);
          rows.addBatch();
          call(calls, node, i, digest);
          calls.addBatch();
          if (i % BATCH == 0) {
            rows.executeBatch();
            calls.executeBatch();
            connection.commit();
          }
        }
      }
      try (PreparedStatement end =
              connection.prepareStatement(
                  "UPDATE audit_node SET last_seq = ?, last_hash = ? WHERE id = ?");
          Statement analyze = connection.createStatement()) {
        set(end, MANY, hash, node);
        end.executeUpdate();
        connection.commit();
        analyze.execute("ANALYZE");
      }
      connection.commit();
    }
  }

  private static final String ROW =
      "INSERT INTO audit_row (node_id, seq, record_id, kind, recorded_at, salt, content_digest,"
          + " row_hash) VALUES (?, ?, ?, 'CALL', ?, ?, ?, ?)";

  private static final String CALL =
      "INSERT INTO audit_call (node_id, seq, agency_id, agency_code, cert_serial, cert_thumbprint,"
          + " caller_address, service_code, request_id, application_no, purpose, criteria,"
          + " received_at, decided_at, answered_at, outcome_code, row_count, byte_count,"
          + " person_count, person_digest, persons, request_digest) VALUES (?, ?, ?, ?, '0a1b2c', ?,"
          + " '192.0.2.7', ?, ?, ?, ?, ?, ?, ?, ?, ?, 20, 8000, 1, ?, ?, ?)";

  private void call(PreparedStatement call, long node, int i, byte[] digest) throws SQLException {
    int agency = i * 31 % AGENCIES;
    set(
        call,
        node,
        i,
        FIRST_AGENCY + agency,
        "L%06d".formatted(agency),
        "ab".repeat(32),
        SERVICES.get(i % SERVICES.size()),
        request(i),
        "APSQ112%05d".formatted(agency),
        "案號".repeat(20),
        criteria(i),
        at(i),
        at(i),
        at(i),
        i % 10 == 0 ? "HUB-5006" : "OK",
        digest,
        persons(i),
        digest);
  }

  /** Their one byte form, which docs/audit-events.md gives. */
  private byte[] persons(int i) {
    PersonHash person = hasher.hash(person(i));
    byte[] key = bytes(person.keyId());
    byte[] all = new byte[1 + key.length + person.value().length];
    all[0] = (byte) key.length;
    System.arraycopy(key, 0, all, 1, key.length);
    System.arraycopy(person.value(), 0, all, 1 + key.length, person.value().length);
    return all;
  }

  /** Most ask for the person whom they are given, every fourth for another. */
  private String criteria(int i) {
    PersonHash asked = hasher.hash(person(i % 4 == 0 ? i * 7 + 1 : i));
    return "{\"agencyCode\":[\"%s\"],\"idNo\":[\"%s\"]}".formatted("A".repeat(180), asked);
  }

  static String person(int i) {
    return "Z%09d".formatted(i % PERSONS);
  }

  static String request(int i) {
    return "request-%08x-%08d".formatted(i * 0x9E3779B1, i);
  }

  static String record(int i) {
    return "M%025d".formatted(i);
  }

  /** When the middle of them was received. */
  Instant middle() {
    return first.plus(Duration.ofSeconds((long) SECONDS_APART * MANY / 2));
  }

  private OffsetDateTime at(int i) {
    return first.plusSeconds((long) SECONDS_APART * i).atOffset(ZoneOffset.UTC);
  }

  private static long node(Connection connection) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO audit_node (node_name, fence, renewed_at, last_seq, last_hash) SELECT '"
                    + NODE
                    + "', 0, MAX(renewed_at), 0, ? FROM audit_node");
        Statement statement = connection.createStatement()) {
      set(insert, (Object) new byte[32]);
      insert.executeUpdate();
      try (ResultSet found =
          statement.executeQuery("SELECT id FROM audit_node WHERE node_name = '" + NODE + "'")) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void set(PreparedStatement row, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }
}
