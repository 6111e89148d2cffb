package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * How a table of the source differs from what is registered of it.
 *
 * @param table its name in the catalogue
 * @param missing registered columns that the source no longer has; all, if the table is gone
 * @param retyped columns as the source has them now, whose values no longer fit a field of them
 * @param added columns of the source that are not registered; they harm nobody
 * @param lostKeys columns that are no longer unique and not null, by which pages are ordered or
 *     tables joined
 */
public record TableDrift(
    String table,
    List<String> missing,
    List<FoundColumn> retyped,
    List<FoundColumn> added,
    List<String> lostKeys) {

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

  /** Whether services that read the table are harmed. */
  public boolean harms() {
    return !missing.isEmpty() || !retyped.isEmpty() || keyLost();
  }

  /** Whether a column cannot be read any more as it was registered. */
  boolean harms(String column) {
    return missing.contains(column)
        || retyped.stream().map(FoundColumn::name).anyMatch(column::equals);
  }

  /** Whether the source is as it was registered. */
  public boolean isNone() {
    return !harms() && added.isEmpty();
  }
}
