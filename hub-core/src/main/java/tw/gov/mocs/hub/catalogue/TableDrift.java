package tw.gov.mocs.hub.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a table of the source differs from what is registered of it.
 *
 * @param table its name in the catalogue
 * @param missing columns that fields, keys, joins or the log need and the source no longer has;
 *     all, if the table is gone
 * @param retyped fields whose column no longer fits them
 * @param added columns of the source that are not registered; they harm nobody
 * @param lostKeys columns that are no longer unique and not null, by which pages are ordered or
 *     tables joined
 */
public record TableDrift(
    String table,
    List<String> missing,
    List<Retyped> retyped,
    List<FoundColumn> added,
    List<String> lostKeys) {

  /**
   * A field whose column has another type than it was registered with.
   *
   * @param column as the source has it now
   * @param harm what that does to calls for the field
   */
  public record Retyped(Field field, FoundColumn column, Harm harm) {}

  /** Copies the lists. */
  public TableDrift {
    missing = List.copyOf(missing);
    retyped = List.copyOf(retyped);
    added = List.copyOf(added);
    lostKeys = List.copyOf(lostKeys);
  }

  /** Whether a key is no longer one. */
  public boolean keyLost() {
    return !lostKeys.isEmpty();
  }

  /** Whether something that is registered is no longer there as it was. */
  public boolean touchesRegistered() {
    return !missing.isEmpty() || !retyped.isEmpty() || keyLost();
  }

  /** Whether the source is as it was registered. */
  public boolean isNone() {
    return !touchesRegistered() && added.isEmpty();
  }

  /** What it does to calls for this field of the table. */
  Harm harm(Field field) {
    return missing.contains(field.columnName())
        ? Harm.FAILS
        : retyped.stream()
            .filter(one -> one.field().xmlName().equals(field.xmlName()))
            .map(Retyped::harm)
            .reduce(Harm.NONE, Harm::or);
  }

  /** What it does to the calls of a service, by what the service reads of the table. */
  public Harm harm(ExchangeService service) {
    if (service.tables().stream().noneMatch(one -> one.name().equals(table))) {
      return Harm.NONE;
    }
    Harm keys = service.keysOf(table).anyMatch(lostKeys::contains) ? Harm.MAY_FAIL : Harm.NONE;
    Harm columns = service.columnsOf(table).anyMatch(missing::contains) ? Harm.FAILS : Harm.NONE;
    Stream<Field> offered =
        service.fields().stream()
            .filter(field -> service.tableOf(field.xmlName()).name().equals(table));
    return offered.map(this::harm).reduce(keys.or(columns), Harm::or);
  }
}
