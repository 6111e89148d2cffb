package tw.gov.mocs.hub.catalogue;

import java.util.Map;

/**
 * A line of a file with a part of the catalogue.
 *
 * @param sheet where it stands
 * @param number as a spreadsheet counts it, from 1
 * @param values what stands in the columns that the sheet has; the others stay as they are
 */
public record CatalogueLine(CatalogueSheet sheet, int number, Map<CatalogueItem, String> values) {

  /** Copies the values. */
  public CatalogueLine {
    values = Map.copyOf(values);
  }
}
