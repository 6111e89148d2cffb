package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * What a call for persons must narrow itself by, unless its grant says whole table.
 *
 * @param anyOf element names of EQ fields, one of which with a value suffices
 * @param rangeField element name of the RANGE field that suffices instead, closed on both sides
 * @param rangeDays how many days that range may span
 */
public record RequiredCriteria(List<String> anyOf, String rangeField, int rangeDays) {

  /** Copies the names. */
  public RequiredCriteria {
    anyOf = List.copyOf(anyOf);
  }
}
