package tw.gov.mocs.hub.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.BareFailure;

/**
 * Warns at the start when the user of the source can do more there than read: the hub never writes
 * it, and whoever breaks into the hub should not be able to.
 */
@Component
class SourceRights {

  private static final Logger LOG = LoggerFactory.getLogger(SourceRights.class);
  private static final int NAMED_AT_MOST = 20;
  private static final int TRIES = 24;
  private static final int SECONDS_BETWEEN = 5;

  private final DataSource source;
  private final SourceSettings settings;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean toldOpen;

  SourceRights(@Qualifier("sourceDataSource") DataSource source, SourceSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /** The start does not wait: the source may be slow, or away. */
  @PostConstruct
  void start() {
    Thread thread = new Thread(this::warnWhenReachable, "source-rights");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void close() {
    closed.countDown();
  }

  /** A source that comes up after the hub is no fault: it is asked again, for some minutes. */
  private void warnWhenReachable() {
    try {
      for (int left = TRIES; !warn(left == 1) && left > 1; left--) {
        if (closed.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the source has answered. */
  private boolean warn(boolean isLast) {
    try {
      List<String> found = tooMany();
      if (!found.isEmpty()) {
        LOG.warn(
            "hub.source.user {} needs SELECT alone; revoke: {}",
            settings.user(),
            String.join(", ", found));
      }
      return true;
    } catch (SQLException e) {
      DatabaseFailures.fileOpenElsewhere(e).ifPresent(this::tellOpenElsewhere);
      if (isLast) {
        LOG.warn("the rights of hub.source.user are not known: {}", BareFailure.of(e).getMessage());
      }
      return false;
    }
  }

  /** It goes on all the same: the source may be there later. */
  private void tellOpenElsewhere(String file) {
    if (!toldOpen) {
      toldOpen = true;
      LOG.warn(
          "the embedded database of hub.source.url is open in another process, so no call is"
              + " served: end that one, or use a server database: {}",
          file);
    }
  }

  /** What the user may do in the schema besides reading, for example {@code DELETE ON ta_leave}. */
  List<String> tooMany() throws SQLException {
    String sql = query(Dialect.of(settings.url()));
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(NAMED_AT_MOST);
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setString(i, settings.schema());
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      connection.commit();
      return found;
    }
  }

  static String query(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> POSTGRESQL;
      case H2 -> H2;
      case ORACLE -> ORACLE;
    };
  }

  private static final String POSTGRESQL =
      """
      SELECT p.name || ' ON ' || c.relname
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (name)
       WHERE LOWER(n.nspname) = LOWER(?) AND c.relkind IN ('r', 'p', 'v', 'f')
         AND has_table_privilege(c.oid, p.name)
      UNION ALL
      SELECT 'CREATE ON SCHEMA ' || n.nspname
        FROM pg_namespace n
       WHERE LOWER(n.nspname) = LOWER(?) AND has_schema_privilege(n.oid, 'CREATE')
      """;

  /** H2 does not show its users what a whole schema or a role gives them. */
  private static final String H2 =
      """
      SELECT 'ADMIN'
        FROM information_schema.users
       WHERE user_name = CURRENT_USER AND is_admin
      UNION ALL
      SELECT privilege_type || ' ON ' || table_name
        FROM information_schema.table_privileges
       WHERE UPPER(table_schema) = UPPER(?) AND grantee = CURRENT_USER
         AND privilege_type <> 'SELECT'
      """;

  private static final String ORACLE =
      """
      SELECT privilege || ' ON ' || table_name
        FROM user_tab_privs
       WHERE owner = UPPER(?) AND privilege NOT IN ('SELECT', 'READ')
      UNION ALL
      SELECT privilege
        FROM session_privs
       WHERE privilege IN ('INSERT ANY TABLE', 'UPDATE ANY TABLE', 'DELETE ANY TABLE',
                           'ALTER ANY TABLE', 'DROP ANY TABLE')
      UNION ALL
      SELECT 'OWNER OF ' || username FROM user_users WHERE username = UPPER(?)
      """;
}
