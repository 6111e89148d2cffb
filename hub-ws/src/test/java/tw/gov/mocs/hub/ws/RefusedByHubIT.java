package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Good calls that the hub cannot serve; the caller learns that it is not his fault. */
class RefusedByHubIT extends RefusingCallers {

  private static final Actor ADMINISTRATOR = Ministry.ADMINISTRATOR;
  private static RunningHub own;

  @BeforeAll
  static void start() {
    own = RunningHub.start();
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @Override
  RunningHub hub() {
    return own;
  }

  private Reply fails(ErrorCode code, String service) {
    Reply reply = refuses(code, RequestXml.of(service));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text("faultstring")).isNotEqualTo("");
    assertThat(reply.body())
        .contains("soap:Server")
        .doesNotContain("Exception", "SELECT", "org.h2", "TA_", RequestXml.PERSON);
    return reply;
  }

  @Test
  void closedServiceAnswersItsNotice() {
    ServiceCode code = new ServiceCode("SQ_TA_003");
    own.get(Catalogue.class).close(code, "維護至週五", ADMINISTRATOR);
    Reply reply = refuses(ErrorCode.SERVICE_CLOSED, RequestXml.of("SQ_TA_003"));
    assertThat(reply.text("message")).contains("維護至週五");
  }

  @Test
  void tableThatIsGoneFromTheSource() {
    own.jdbc.execute("DROP TABLE PERSONNEL.TA_DECORATION");
    fails(ErrorCode.SOURCE_DRIFT, "SQ_TA_008");
  }

  @Test
  void sourceThatGivesNonsense() {
    broken("TA_LEAVING_POST", "1 / (CHAR_LENGTH(RECORD_NO) - CHAR_LENGTH(RECORD_NO))");
    fails(ErrorCode.INTERNAL_ERROR, "SQ_TA_004");
  }

  @Test
  void sourceThatDoesNotAnswer() {
    own.jdbc.execute("CREATE ALIAS LOST FOR '%s.lost'".formatted(getClass().getName()));
    broken("TA_NAME_CHANGE", "LOST()");
    fails(ErrorCode.SOURCE_UNAVAILABLE, "SQ_TA_005");
  }

  /** Stands in for a link to a database that is down. */
  public static int lost() throws IOException {
    throw new IOException("the link is lost");
  }

  /** A view in the place of the table: every row breaks when it is read. */
  private static void broken(String table, String expression) {
    own.jdbc.execute("ALTER TABLE PERSONNEL.%1$s RENAME TO %1$s_OLD".formatted(table));
    own.jdbc.execute(
        "CREATE VIEW PERSONNEL.%1$s AS SELECT * FROM PERSONNEL.%1$s_OLD WHERE %2$s = 0"
            .formatted(table, expression));
  }

  @Test
  void spoolThatIsFull() throws IOException {
    Path spool = own.folder.resolve("spool");
    Files.delete(spool);
    try {
      Reply reply =
          refuses(ErrorCode.SPOOL_FULL, RequestXml.of("SQ_COM_01").criteria("").page(10_000));
      assertThat(reply.status()).isEqualTo(500);
    } finally {
      Files.createDirectory(spool);
    }
  }

  @Test
  void databaseThatGivesNoConnection() throws SQLException {
    List<Connection> held = new ArrayList<>();
    try {
      HikariDataSource pool = own.get(HikariDataSource.class);
      while (held.size() < pool.getMaximumPoolSize()) {
        held.add(pool.getConnection());
      }
      assertThat(own.send(new SignedMessage().payload(SignedMessage.statusRequest())).code())
          .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE.code());
    } finally {
      for (Connection each : held) {
        each.close();
      }
    }
  }

  @Test
  void logThatCannotBeWritten() {
    own.jdbc.execute("ALTER TABLE audit_call RENAME TO audit_call_away");
    try {
      Reply reply = own.send(RequestXml.of("SQ_TA_001"));
      assertThat(reply.code()).isEqualTo(ErrorCode.LOG_UNAVAILABLE.code());
      assertThat(reply.rows()).isZero();
      assertThat(reply.verified()).contains("Body");
    } finally {
      own.jdbc.execute("ALTER TABLE audit_call_away RENAME TO audit_call");
    }
  }
}
