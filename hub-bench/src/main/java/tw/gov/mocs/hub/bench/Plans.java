package tw.gov.mocs.hub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;

/** Asks the database how it does what a search asks, each time just before it is asked. */
@Intercepts(
    @Signature(
        type = StatementHandler.class,
        method = "prepare",
        args = {Connection.class, Integer.class}))
public final class Plans implements Interceptor {

  private final List<List<String>> plans = new ArrayList<>();
  private boolean asking;

  /** The plans, in lines, of all selects of this work from the log and its index. */
  List<List<String>> of(Runnable work) {
    plans.clear();
    asking = true;
    work.run();
    asking = false;
    return List.copyOf(plans);
  }

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    StatementHandler handler = (StatementHandler) invocation.getTarget();
    String sql = handler.getBoundSql().getSql().strip();
    boolean wanted = sql.contains("log_index_call") || sql.contains("audit_row");
    if (asking && wanted && sql.toUpperCase(Locale.ROOT).startsWith("SELECT")) {
      plans.add(ask(handler, (Connection) invocation.getArgs()[0], sql));
    }
    return invocation.proceed();
  }

  private static List<String> ask(StatementHandler handler, Connection connection, String sql)
      throws SQLException {
    List<String> plan = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
      handler.parameterize(statement);
      try (ResultSet lines = statement.executeQuery()) {
        while (lines.next()) {
          // H2 gives all lines as one value.
          lines.getString(1).lines().forEach(plan::add);
        }
      }
    }
    return plan;
  }
}
