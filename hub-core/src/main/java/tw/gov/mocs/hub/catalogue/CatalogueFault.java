package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * What is wrong with an entry.
 *
 * @param item where
 * @param kind why
 * @param told what the sentence names, for example the services that use a field
 */
public record CatalogueFault(CatalogueItem item, Kind kind, List<String> told) {

  /** Copies what is told. */
  public CatalogueFault {
    told = List.copyOf(told);
  }

  /** Without anything to name. */
  CatalogueFault(CatalogueItem item, Kind kind) {
    this(item, kind, List.of());
  }

  /** Why it is refused. */
  public enum Kind {
    MISSING,
    TOO_LONG,
    /** It does not have the form of one, or is not one of the choices. */
    FORM,
    /** It holds an identity number, which would stand in the log for ever. */
    NUMBER,
    /** There is no such table, field, list, code or column. */
    UNKNOWN,
    /** It cannot be changed at all. */
    FIXED,
    /** It means nothing for a field of this type. */
    NEEDLESS,
    /** Callers of these services use it as it is. */
    BREAKS,
    /** Fewer would have to decide on it, or the log would no longer find the person. */
    WIDENS,
    /** The same code is valid on the same days already. */
    OVERLAPS,
    /** It ends before it begins. */
    ENDS_BEFORE,
    /** There is one already. */
    TAKEN,
    /** An earlier line has the same. */
    REPEATED
  }
}
