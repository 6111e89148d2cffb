package tw.gov.mocs.hub.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * 與資料來源比對: how the source differs from the catalogue, by its metadata alone. What was found last is
 * kept on this node and compared with the catalogue of the moment, so a version that ends a
 * vanished field is counted at once.
 */
@Component
public class TableDrifts {

  private final SourceMetadata source;
  private final Catalogue catalogue;
  private final Clock clock;
  private volatile @Nullable Found last;

  TableDrifts(SourceMetadata source, Catalogue catalogue, Clock clock) {
    this.source = source;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The registered tables as the source had them at a moment. */
  private record Found(Instant at, Map<String, Optional<FoundTable>> tables) {}

  /**
   * All registered tables as they are now, by name.
   *
   * @throws HubException SOURCE_UNAVAILABLE when the source does not answer
   */
  public List<TableDrift> compare() {
    List<ExchangeTable> tables =
        catalogue.current().tables().values().stream()
            .sorted(Comparator.comparing(ExchangeTable::name))
            .toList();
    List<Optional<FoundTable>> found = source.find(tables);
    Map<String, Optional<FoundTable>> all = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      all.put(tables.get(i).name(), found.get(i));
    }
    last = new Found(clock.instant(), all);
    return known();
  }

  /** The same as it was found last; empty as long as nobody has compared. */
  public List<TableDrift> known() {
    Found found = last;
    if (found == null) {
      return List.of();
    }
    CatalogueSnapshot now = catalogue.current();
    return found.tables().entrySet().stream()
        .filter(one -> now.tables().containsKey(one.getKey()))
        .map(
            one ->
                drift(
                    Objects.requireNonNull(now.tables().get(one.getKey()), "table"),
                    one.getValue()))
        .toList();
  }

  /** When it was compared last on this node; empty if never. */
  public Optional<Instant> comparedAt() {
    return Optional.ofNullable(last).map(Found::at);
  }

  /** What was found last does to the calls of a service. */
  public Harm harm(ExchangeService service) {
    return harm(known(), service);
  }

  private static Harm harm(List<TableDrift> drifts, ExchangeService service) {
    return drifts.stream().map(drift -> drift.harm(service)).reduce(Harm.NONE, Harm::or);
  }

  /** The services whose calls fail or may fail by what was found last. */
  public List<Harmed> harmed() {
    List<TableDrift> known = known();
    return services()
        .map(service -> new Harmed(service, harm(known, service)))
        .filter(one -> one.harm() != Harm.NONE)
        .toList();
  }

  /** What the source does to the calls of a service. */
  public record Harmed(ExchangeService service, Harm harm) {}

  /**
   * Compares a registered table with the source.
   *
   * @throws HubException NOT_FOUND if it is not registered, SOURCE_UNAVAILABLE
   */
  public TableDrift compare(String table) {
    ExchangeTable registered = catalogue.current().tables().get(table);
    if (registered == null) {
      throw new HubException(ErrorCode.NOT_FOUND, table, table);
    }
    return drift(registered, source.find(registered.schema(), table));
  }

  private TableDrift drift(ExchangeTable registered, Optional<FoundTable> found) {
    FoundTable there = found.orElse(null);
    Set<String> columns =
        registered.fields().stream()
            .map(Field::columnName)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> needed = new LinkedHashSet<>(columns);
    services().forEach(service -> service.columnsOf(registered.name()).forEach(needed::add));
    List<String> keys = keys(registered);
    if (there == null) {
      return new TableDrift(registered.name(), List.copyOf(needed), List.of(), List.of(), keys);
    }
    return new TableDrift(
        registered.name(),
        needed.stream().filter(one -> !there.columns().containsKey(one)).toList(),
        retyped(registered, there),
        there.columns().values().stream().filter(one -> !columns.contains(one.name())).toList(),
        keys.stream().filter(key -> !there.keys().contains(key)).toList());
  }

  private static List<TableDrift.Retyped> retyped(ExchangeTable registered, FoundTable found) {
    List<TableDrift.Retyped> retyped = new ArrayList<>();
    for (Field field : registered.fields()) {
      FoundColumn column = found.columns().get(field.columnName());
      if (column != null && column.harm(field) != Harm.NONE) {
        retyped.add(new TableDrift.Retyped(field, column, column.harm(field)));
      }
    }
    return retyped;
  }

  /** The columns that must be unique, of the table and of the services that read it. */
  private List<String> keys(ExchangeTable registered) {
    return Stream.concat(
            Stream.of(registered.pagingKey()),
            services().flatMap(service -> service.keysOf(registered.name())))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  private Stream<ExchangeService> services() {
    return catalogue.current().services().values().stream();
  }
}
