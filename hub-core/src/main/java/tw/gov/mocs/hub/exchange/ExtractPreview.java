package tw.gov.mocs.hub.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * What a one-time file would hold: how many rows, and a few of them, masked. It reads the source as
 * calls do, in a read-only transaction; that somebody looked is in the log.
 */
@Component
public class ExtractPreview {

  /** So long a COUNT may take. */
  private static final int SECONDS = 5;

  private static final int SAMPLES = 5;

  /**
   * What a table or service of the extract gives.
   *
   * @param table 資料表, or 服務
   * @param fields in the order of the values
   * @param rows how many; null if the source did not say in time
   * @param samples a few of them, masked; null is what is empty
   */
  public record Part(
      RowSource table,
      List<Field> fields,
      @Nullable Long rows,
      List<List<@Nullable String>> samples) {}

  private final DataSource source;
  private final SourceSettings settings;
  private final SourceTables tables;
  private final SelectStatements statements;
  private final Catalogue catalogue;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  ExtractPreview(
      @Qualifier("sourceDataSource") DataSource source,
      SourceSettings settings,
      SourceTables tables,
      SelectStatements statements,
      Catalogue catalogue,
      AuditLog log,
      TransactionTemplate transactions) {
    this.source = source;
    this.settings = settings;
    this.tables = tables;
    this.statements = statements;
    this.catalogue = catalogue;
    this.log = log;
    this.transactions = transactions;
  }

  /**
   * What these tables give for the agency of the application.
   *
   * @throws HubException SOURCE_UNAVAILABLE, SOURCE_DRIFT, NOT_FOUND for an unknown table
   */
  public List<Part> of(Application application, List<ExtractTable> extract, Actor actor) {
    transactions.executeWithoutResult(
        status ->
            log.act(
                new Act(
                    AuditAction.EXTRACT_PREVIEWED,
                    actor,
                    application.name(),
                    application.agencyId(),
                    null,
                    String.join(", ", extract.stream().map(ExtractTable::table).toList()),
                    null)));
    List<Part> parts = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (ExtractTable part : extract) {
        parts.add(read(connection, part, application.agencyCode()));
      }
      connection.commit();
    } catch (SQLException e) {
      tables.forget();
      throw SourceFailures.of(e);
    }
    return parts;
  }

  /** The rows of all parts together; null if one of them is not known. */
  public static @Nullable Long rows(List<Part> parts) {
    long all = 0;
    for (Part part : parts) {
      Long rows = part.rows();
      if (rows == null) {
        return null;
      }
      all += rows;
    }
    return all;
  }

  /** The extract with what was counted. */
  public static Extract estimated(Extract.Format format, List<ExtractTable> tables, List<Part> of) {
    return new Extract(format, rows(of), tables);
  }

  private Part read(Connection connection, ExtractTable part, AgencyCode agency)
      throws SQLException {
    String name = part.table();
    RowSource from =
        catalogue
            .current()
            .findRows(name)
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no rows of " + name, name));
    return read(connection, from, part, agency);
  }

  /** What it gives. */
  Part read(Connection connection, RowSource from, ExtractTable part, AgencyCode agency)
      throws SQLException {
    List<Field> fields =
        part.fields().stream().map(name -> from.findField(name).orElseThrow()).toList();
    SourceQuery query =
        SourceQuery.of(
            from,
            fields,
            RowConditions.of(part.conditions(), from, agency),
            null,
            tables.of(connection, from));
    Long rows = count(connection, query);
    return new Part(from, fields, rows, samples(connection, query, fields));
  }

  private @Nullable Long count(Connection connection, SourceQuery query) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SelectStatements.count(query.shape()))) {
      statement.setQueryTimeout(SECONDS);
      bind(statement, query);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLTimeoutException e) {
        return null;
      } finally {
        // H2 keeps it for the connection.
        statement.setQueryTimeout(settings.queryTimeoutSeconds());
      }
    }
  }

  private List<List<@Nullable String>> samples(
      Connection connection, SourceQuery query, List<Field> fields) throws SQLException {
    List<List<@Nullable String>> samples = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(statements.sql(query.shape()))) {
      int at = bind(statement, query);
      statement.setInt(at, SAMPLES);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable String> sample = new ArrayList<>();
          for (int i = 0; i < fields.size(); i++) {
            sample.add(Mask.of(fields.get(i), query.forms().get(i).read(rows, i + 1)));
          }
          samples.add(sample);
        }
      }
    }
    return samples;
  }

  private static int bind(PreparedStatement statement, SourceQuery query) throws SQLException {
    int at = 1;
    for (Object value : query.values()) {
      statement.setObject(at++, value);
    }
    return at;
  }
}
