package tw.gov.mocs.hub.agency;

import java.util.Map;

/**
 * A line of a file with agencies.
 *
 * @param number as a spreadsheet counts it, from 1
 * @param values what stands in the columns that the file has; the others stay as they are
 */
public record AgencyLine(int number, Map<AgencyField, String> values) {

  /** Copies the values. */
  public AgencyLine {
    values = Map.copyOf(values);
  }
}
