package tw.gov.mocs.hub.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.SourceSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Takes tables into the catalogue by the source's own metadata, and compares the two later. */
@Component
public class TableImport {

  private final DataSource source;
  private final SourceSettings settings;
  private final Catalogue catalogue;
  private final CatalogueEditor editor;

  TableImport(
      @Qualifier("sourceDataSource") DataSource source,
      SourceSettings settings,
      Catalogue catalogue,
      CatalogueEditor editor) {
    this.source = source;
    this.settings = settings;
    this.catalogue = catalogue;
    this.editor = editor;
  }

  /**
   * What could be registered of a table of {@code hub.source.schema}: columns of types that the
   * exchange carries, none searchable, all restricted, with names made from those of the columns.
   *
   * @throws HubException NOT_FOUND, or SOURCE_UNAVAILABLE
   */
  public ExchangeTable propose(String table) {
    FoundTable found =
        read(table).orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, table, table));
    List<Field> fields = new ArrayList<>();
    for (FoundColumn column : found.columns().values()) {
      column.propose(fields.size() + 1).ifPresent(fields::add);
    }
    String key = found.keys().isEmpty() ? "" : found.keys().get(0);
    return new ExchangeTable(table, table, table, null, key, fields);
  }

  /** Registers a table as {@link #propose} proposes it. */
  public ExchangeTable importTable(String table, Actor actor) {
    ExchangeTable proposed = propose(table);
    editor.register(proposed, actor);
    return proposed;
  }

  /**
   * Compares a registered table with the source.
   *
   * @throws HubException NOT_FOUND if it is not registered, or SOURCE_UNAVAILABLE
   */
  public TableDrift drift(String table) {
    ExchangeTable registered = catalogue.current().tables().get(table);
    if (registered == null) {
      throw new HubException(ErrorCode.NOT_FOUND, table, table);
    }
    return read(table)
        .map(found -> compare(registered, found))
        .orElseGet(() -> new TableDrift(table, columns(registered), List.of(), List.of(), true));
  }

  private static TableDrift compare(ExchangeTable registered, FoundTable found) {
    List<String> missing = new ArrayList<>();
    List<String> retyped = new ArrayList<>();
    for (Field field : registered.fields()) {
      FoundColumn column = found.columns().get(field.columnName());
      if (column == null) {
        missing.add(field.columnName());
      } else if (!column.fits(field)) {
        retyped.add(field.columnName());
      }
    }
    Set<String> known = columns(registered).stream().collect(Collectors.toSet());
    List<String> added =
        found.columns().keySet().stream().filter(name -> !known.contains(name)).toList();
    String key = registered.pagingKey();
    boolean keyLost = !key.isEmpty() && !found.keys().contains(key);
    return new TableDrift(registered.name(), missing, retyped, added, keyLost);
  }

  private static List<String> columns(ExchangeTable table) {
    return table.fields().stream().map(Field::columnName).toList();
  }

  private Optional<FoundTable> read(String table) {
    try (Connection connection = source.getConnection()) {
      return FoundTable.read(connection, settings.schema(), table);
    } catch (SQLException e) {
      throw new HubException(ErrorCode.SOURCE_UNAVAILABLE, "metadata of " + table, e);
    }
  }
}
