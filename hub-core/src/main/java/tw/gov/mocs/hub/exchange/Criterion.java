package tw.gov.mocs.hub.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 查詢條件 of one field, in the lexical form of the wire. */
public sealed interface Criterion {

  /** Element name of the field. */
  String field();

  /** Any of these values. */
  record Values(String field, List<String> values) implements Criterion {

    /** Copies the values. */
    public Values {
      values = List.copyOf(values);
    }
  }

  /**
   * From and to: dates include both days, times are from ≤ t &lt; to. One of them may be absent.
   */
  record Range(String field, @Nullable String from, @Nullable String to) implements Criterion {}
}
