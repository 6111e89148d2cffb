package tw.gov.mocs.hub.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 查詢條件 of one field; several criteria must all hold. */
public sealed interface Criterion {

  /** Element name of the field, for example {@code idNo}. */
  String field();

  /** The field has one of these values. */
  record Values(String field, List<String> values) implements Criterion {

    /** Copies the values. */
    public Values {
      values = List.copyOf(values);
    }
  }

  /**
   * The field lies in a range; one end may be open.
   *
   * @param from a date (ISO, included) or a time with offset (included)
   * @param to a date (ISO, included) or a time with offset (excluded)
   */
  record Range(String field, @Nullable String from, @Nullable String to) implements Criterion {

    /** Refuses a range without ends. */
    public Range {
      if (from == null && to == null) {
        throw new IllegalArgumentException("a range needs from, to or both");
      }
    }
  }
}
