package tw.gov.mocs.hub.exchange;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.Field;

/** Values as the ministry's people see them: what tells of a person is hidden but for a hint. */
final class Mask {

  private static final String HIDDEN = "***";

  private Mask() {}

  /** What may be shown of a value; a value of no person is shown as it is. */
  static @Nullable String of(Field field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return value;
    }
    if (field.dataClass() == DataClass.NONE && field.mask() == null) {
      return value;
    }
    return switch (field.mask() == null ? "" : field.mask()) {
      case "identifier" -> value.substring(0, Math.min(2, value.length() / 2)) + HIDDEN;
      case "name" ->
          value.substring(0, value.offsetByCodePoints(0, 1))
              + "○".repeat(Math.max(1, value.codePointCount(0, value.length()) - 1));
      default -> field.dataClass() == DataClass.PERSONAL ? first(value) : HIDDEN;
    };
  }

  private static String first(String value) {
    return value.substring(0, value.offsetByCodePoints(0, 1)) + HIDDEN;
  }
}
