package tw.gov.mocs.hub.audit;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the log says of a subject, once every act of it has its place in a chain. */
public final class LoggedActs {

  private LoggedActs() {}

  /** The actions, in no order. */
  public static List<String> of(ApplicationContext core, String subject) {
    return of(core, "action", subject);
  }

  /**
   * A column of each act, in no order. An act on its way from the outbox to the chain may be seen
   * in neither by a statement that reads both, so the outbox is waited for.
   */
  public static List<String> of(ApplicationContext core, String column, String subject) {
    JdbcTemplate sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    OwnLog.await(() -> queued(sql, subject).isEmpty());
    return sql.queryForList(
        "SELECT " + column + " FROM audit_act WHERE subject = ?", String.class, subject);
  }

  private static List<Long> queued(JdbcTemplate sql, String subject) {
    return sql.queryForList(
        "SELECT id FROM audit_act_outbox WHERE subject = ?", Long.class, subject);
  }
}
