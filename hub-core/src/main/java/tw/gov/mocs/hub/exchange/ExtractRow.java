package tw.gov.mocs.hub.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an extract as the driver gave it. Its lexical form is made by whoever asks for it, in
 * any thread: the reader goes on meanwhile.
 */
public final class ExtractRow {

  /** What a value takes besides its text, in characters. */
  private static final int VALUE = 16;

  private final LexicalForm[] forms;
  private final int[] personColumns;
  private final @Nullable Object[] values;

  /** Beyond those that are returned: the keys of persons alone. */
  private final @Nullable String[] keys;

  ExtractRow(
      LexicalForm[] forms,
      int[] personColumns,
      @Nullable Object[] values,
      @Nullable String[] keys) {
    this.forms = forms;
    this.personColumns = personColumns;
    this.values = values;
    this.keys = keys;
  }

  /**
   * The values in the order of the fields.
   *
   * @return in the lexical form of XML Schema; null for an absent value
   * @throws tw.gov.mocs.hub.shared.HubException SOURCE_DRIFT if one does not fit its field
   */
  public @Nullable String[] values() {
    @Nullable String[] written = new @Nullable String[forms.length];
    for (int i = 0; i < forms.length; i++) {
      Object value = values[i];
      written[i] = value == null ? null : forms[i].written(value);
    }
    return written;
  }

  /** Whose data it is: the identity numbers in it. */
  public List<String> persons() {
    List<String> persons = new ArrayList<>(personColumns.length);
    for (int i = 0; i < personColumns.length; i++) {
      int column = personColumns[i];
      String number = column <= values.length ? written(column - 1) : keys[i];
      if (number != null && !number.isBlank()) {
        persons.add(number);
      }
    }
    return persons;
  }

  private @Nullable String written(int place) {
    Object value = values[place];
    return value == null ? null : forms[place].written(value);
  }

  /** About how much memory its text takes, in characters. */
  public int size() {
    int size = 0;
    for (Object value : values) {
      size += VALUE + (value instanceof String text ? text.length() : 0);
    }
    return size;
  }
}
