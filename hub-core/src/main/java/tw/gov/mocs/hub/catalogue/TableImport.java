package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Takes tables into the catalogue by the source's own metadata. Every method throws
 * SOURCE_UNAVAILABLE when the source does not answer.
 */
@Component
public class TableImport {

  private final SourceMetadata source;
  private final Catalogue catalogue;
  private final CatalogueEditor editor;
  private final CatalogueRegister register;

  TableImport(
      SourceMetadata source,
      Catalogue catalogue,
      CatalogueEditor editor,
      CatalogueRegister register) {
    this.source = source;
    this.catalogue = catalogue;
    this.editor = editor;
    this.register = register;
  }

  /** What could be registered of a table of {@code hub.source.schema}. */
  public ExchangeTable propose(String table) {
    return propose(null, table);
  }

  /**
   * What could be registered of a table: columns of types that the exchange carries, none
   * searchable, all restricted, with names made from those of the columns.
   *
   * @param schema null for {@code hub.source.schema}
   * @throws HubException NOT_FOUND
   */
  public ExchangeTable propose(@Nullable String schema, String table) {
    FoundTable found = get(schema, table);
    List<Field> fields = new ArrayList<>();
    for (FoundColumn column : found.columns().values()) {
      column.propose(fields.size() + 1).ifPresent(fields::add);
    }
    String key = found.keys().isEmpty() ? "" : found.keys().get(0);
    boolean usual = schema == null || schema.equalsIgnoreCase(source.usualSchema());
    String name = name(table);
    return new ExchangeTable(name, usual ? null : schema, name, name, null, key, fields);
  }

  /** The columns of a table as the source has them, in their order; NOT_FOUND without the table. */
  public List<FoundColumn> columns(@Nullable String schema, String table) {
    return List.copyOf(get(schema, table).columns().values());
  }

  /** Registers a table as {@link #propose} proposes it. */
  public ExchangeTable importTable(String table, Actor actor) {
    ExchangeTable proposed = propose(table);
    editor.register(proposed, actor);
    return proposed;
  }

  /**
   * Registers some columns of a table as {@link #propose} proposes them.
   *
   * @throws HubException NOT_FOUND, ALREADY_EXISTS, or VALUE_INVALID without a column
   */
  public ExchangeTable importTable(
      @Nullable String schema, String table, Set<String> columns, Actor actor) {
    ExchangeTable all = propose(schema, table);
    List<Field> fields =
        all.fields().stream().filter(field -> columns.contains(field.columnName())).toList();
    ExchangeTable chosen =
        new ExchangeTable(
            all.name(), all.schema(), all.label(), all.labelEn(), null, all.pagingKey(), fields);
    editor.register(chosen, actor);
    return chosen;
  }

  /**
   * Makes a field of a column of a registered table.
   *
   * @param element its element name; a column may have several fields
   * @throws HubException NOT_FOUND without the column, ALREADY_EXISTS or VALUE_INVALID
   */
  public void addField(String table, String column, String element, Actor actor) {
    ExchangeTable registered = registered(table);
    Field proposed =
        Optional.ofNullable(get(registered.schema(), table).columns().get(column))
            .flatMap(found -> found.propose(1))
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, column, column));
    register.addField(table, proposed.named(element), actor);
  }

  /** PostgreSQL folds to small letters; the catalogue writes capitals, as the others do. */
  private static String name(String table) {
    return table.equals(table.toLowerCase(Locale.ROOT)) ? table.toUpperCase(Locale.ROOT) : table;
  }

  private ExchangeTable registered(String table) {
    ExchangeTable registered = catalogue.current().tables().get(table);
    if (registered == null) {
      throw new HubException(ErrorCode.NOT_FOUND, table, table);
    }
    return registered;
  }

  private FoundTable get(@Nullable String schema, String table) {
    return source
        .find(schema, table)
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, table, table));
  }
}
