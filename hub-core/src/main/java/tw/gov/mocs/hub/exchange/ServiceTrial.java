package tw.gov.mocs.hub.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A few rows of a service, published or not, as it reads them from the source: in a read-only
 * transaction, masked, and in the log before the source is asked.
 */
@Component
public class ServiceTrial {

  private static final int ROWS = 5;

  private final DataSource source;
  private final SourceTables tables;
  private final SelectStatements statements;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  ServiceTrial(
      @Qualifier("sourceDataSource") DataSource source,
      SourceTables tables,
      SelectStatements statements,
      AuditLog log,
      TransactionTemplate transactions) {
    this.source = source;
    this.tables = tables;
    this.statements = statements;
    this.log = log;
    this.transactions = transactions;
  }

  /**
   * The first rows.
   *
   * @return the values in the order of the service's fields, masked; null is what is empty
   * @throws HubException SOURCE_UNAVAILABLE, or SOURCE_DRIFT where the source lacks something
   */
  public List<List<@Nullable String>> rows(ExchangeService service, Actor actor) {
    transactions.executeWithoutResult(status -> log.act(act(service, actor)));
    try (Connection connection = source.getConnection()) {
      SourceQuery query = SourceQuery.of(service, tables.of(connection, service));
      List<List<@Nullable String>> rows = read(connection, query, service.fields());
      connection.commit();
      return rows;
    } catch (SQLException e) {
      tables.forget();
      throw SourceFailures.of(e);
    }
  }

  private static Act act(ExchangeService service, Actor actor) {
    String what = "version %d, %d fields".formatted(service.version(), service.fields().size());
    return new Act(
        AuditAction.SERVICE_TRIED, actor, service.code().value(), null, null, what, null);
  }

  private List<List<@Nullable String>> read(
      Connection connection, SourceQuery query, List<Field> fields) throws SQLException {
    List<List<@Nullable String>> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(statements.sql(query.shape()))) {
      statement.setInt(1, ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable String> row = new ArrayList<>();
          for (int i = 0; i < fields.size(); i++) {
            row.add(Mask.of(fields.get(i), query.forms().get(i).read(rows, i + 1)));
          }
          all.add(row);
        }
      }
    }
    return all;
  }
}
