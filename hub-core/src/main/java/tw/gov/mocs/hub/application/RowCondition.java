package tw.gov.mocs.hub.application;

import java.util.List;

/**
 * 資料列條件: narrows the rows of a grant; several are ANDed. Never SQL.
 *
 * @param field element name; of a joined table {@code TABLE.element}
 * @param operator how it is compared
 * @param values one for EQUAL, two for BETWEEN (both included), one or more for IN; {@link
 *     #OWN_AGENCY} stands for the agency's own code
 */
public record RowCondition(String field, Operator operator, List<String> values) {

  /** 本機關. */
  public static final String OWN_AGENCY = "本機關";

  /** How a field is compared with the values. */
  public enum Operator {
    EQUAL,
    IN,
    BETWEEN
  }

  /** Refuses a wrong number of values. */
  public RowCondition {
    values = List.copyOf(values);
    boolean fits =
        switch (operator) {
          case EQUAL -> values.size() == 1;
          case BETWEEN -> values.size() == 2;
          case IN -> !values.isEmpty();
        };
    if (!fits) {
      throw new IllegalArgumentException(operator + " does not take " + values.size() + " values");
    }
  }
}
