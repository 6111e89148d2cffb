package tw.gov.mocs.hub.database;

import java.sql.Connection;
import tw.gov.mocs.hub.shared.Check;

/** The databases that the hub runs on, and what differs between them. */
public enum Dialect {
  /** Oracle Database; documented and gated by grammar, see docs/database.md. */
  ORACLE("oracle", "classpath:sql/oracle"),
  /** H2 in Oracle mode, embedded: it runs the statements of Oracle. */
  H2("oracle", "classpath:sql/oracle"),
  /** PostgreSQL. */
  POSTGRESQL("postgresql", "classpath:sql/postgresql");

  private final String databaseId;
  private final String migrations;

  Dialect(String databaseId, String migrations) {
    this.databaseId = databaseId;
    this.migrations = migrations;
  }

  /** An address of a database that the hub runs on. */
  static final class Known implements Check<String> {

    @Override
    public void check(String url) {
      if (!url.isBlank()) {
        of(url);
      }
    }
  }

  /** The dialect of a JDBC address. */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:oracle:")) {
      return ORACLE;
    }
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "the JDBC address must begin with jdbc:oracle:, jdbc:postgresql: or jdbc:h2:");
  }

  /** What a mapper statement's {@code databaseId} is compared with. */
  public String databaseId() {
    return databaseId;
  }

  /** The isolation in which all statements of a transaction see the data of its first. */
  public int snapshot() {
    // What PostgreSQL adds for SERIALIZABLE is of no use to who only reads.
    return this == POSTGRESQL
        ? Connection.TRANSACTION_REPEATABLE_READ
        : Connection.TRANSACTION_SERIALIZABLE;
  }

  /** Where Flyway finds the migrations. */
  public String migrations() {
    return migrations;
  }
}
