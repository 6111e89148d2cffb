package tw.gov.mocs.hub.catalogue;

import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column as the source's own metadata describes it.
 *
 * @param name in capitals
 * @param sqlType of {@link Types}
 * @param typeName the database's own name of the type
 * @param size characters or digits
 * @param scale digits after the point
 * @param required whether it is NOT NULL
 * @param remark its comment in the source, if it has one
 */
public record FoundColumn(
    String name,
    int sqlType,
    String typeName,
    int size,
    int scale,
    boolean required,
    @Nullable String remark) {

  private static final int ORACLE_TIMESTAMP_WITH_ZONE = -101;
  private static final int ORACLE_TIMESTAMP_WITH_LOCAL_ZONE = -102;

  /** More characters than this are not a limit but the lack of one. */
  private static final int UNLIMITED = 32_767;

  /** Digits of the greatest whole numbers that the query reads. */
  private static final int INTEGER_DIGITS = 18;

  /** Its type as people write it: {@code VARCHAR(60)}, {@code NUMERIC(5,2)}, {@code DATE}. */
  public String written() {
    return switch (sqlType) {
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR ->
          size > UNLIMITED ? typeName : "%s(%d)".formatted(typeName, size);
      case Types.NUMERIC, Types.DECIMAL -> "%s(%d,%d)".formatted(typeName, size, scale);
      default -> typeName;
    };
  }

  /**
   * As what it would be registered, {@code STRING(60)} or {@code DATE}; its own type where the
   * exchange does not carry it.
   */
  public String shape() {
    return propose(1).map(Field::shape).orElse(written());
  }

  /** Whether the exchange carries values of its type. */
  public boolean isCarried() {
    return type().isPresent();
  }

  /** Whether pages can be ordered by it: a token of the next page holds its value as a text. */
  public boolean isPagedBy() {
    return type().filter(FoundColumn::isTime).isEmpty();
  }

  /** The element name that it would have; empty for a type that the exchange does not carry. */
  public String element() {
    return isCarried() ? xmlName() : "";
  }

  /** The field that could be made of it; empty for a type that the exchange does not carry. */
  Optional<Field> propose(int ordinal) {
    return type().map(type -> field(ordinal, type));
  }

  /** What it does to calls for a field that stands in it, and was registered for another type. */
  Harm harm(Field field) {
    if (fits(field)) {
      return Harm.NONE;
    }
    boolean readable =
        switch (field.type()) {
          // Whatever it is can be read as a text, but may be longer than callers expect.
          case STRING, CODE -> true;
          case INTEGER, DECIMAL -> isNumber() || type().equals(Optional.of(FieldType.STRING));
          case DATE, TIMESTAMP -> type().filter(FoundColumn::isTime).isPresent();
        };
    return readable ? Harm.MAY_FAIL : Harm.FAILS;
  }

  private boolean isNumber() {
    return switch (sqlType) {
      case Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.TINYINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          true;
      default -> false;
    };
  }

  private static boolean isTime(FieldType type) {
    return type == FieldType.DATE || type == FieldType.TIMESTAMP;
  }

  /** Whether every value of the column still fits the field. */
  private boolean fits(Field field) {
    FieldType found = type().orElse(null);
    return switch (field.type()) {
      case STRING, CODE ->
          found == FieldType.STRING && (field.length() == null || size <= field.length());
      case INTEGER -> found == FieldType.INTEGER;
      case DECIMAL ->
          found == FieldType.INTEGER
              || (found == FieldType.DECIMAL && field.scale() != null && scale <= field.scale());
      case DATE, TIMESTAMP -> found == field.type();
    };
  }

  private Optional<FieldType> type() {
    return switch (sqlType) {
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.CLOB ->
          Optional.of(FieldType.STRING);
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT ->
          Optional.of(FieldType.INTEGER);
      case Types.NUMERIC, Types.DECIMAL -> number();
      case Types.DATE -> Optional.of(FieldType.DATE);
      case Types.TIMESTAMP,
          Types.TIMESTAMP_WITH_TIMEZONE,
          ORACLE_TIMESTAMP_WITH_ZONE,
          ORACLE_TIMESTAMP_WITH_LOCAL_ZONE ->
          Optional.of(typeName.startsWith("DATE") ? FieldType.DATE : FieldType.TIMESTAMP);
      default -> Optional.empty();
    };
  }

  /** Oracle tells a NUMBER without precision by a negative scale, or by no digits at all. */
  private Optional<FieldType> number() {
    if (scale < 0 || size <= 0 || size > 38) {
      return Optional.empty();
    }
    return Optional.of(scale == 0 ? FieldType.INTEGER : FieldType.DECIMAL);
  }

  private Field field(int ordinal, FieldType type) {
    return new Field(
        ordinal,
        name,
        xmlName(),
        remark == null || remark.isBlank() ? name : remark.strip(),
        words(),
        type,
        length(type),
        type == FieldType.DECIMAL ? scale : null,
        null,
        required,
        null,
        // Until an administrator has looked at it, nobody gets it without a second reviewer.
        DataClass.RESTRICTED,
        null,
        null);
  }

  private @Nullable Integer length(FieldType type) {
    return switch (type) {
      case STRING -> size <= 0 || size > UNLIMITED ? null : Integer.valueOf(size);
      case INTEGER -> Math.min(size, INTEGER_DIGITS);
      case DECIMAL -> size;
      default -> null;
    };
  }

  /** APPROVAL_DOC_NO → approvalDocNo. */
  private String xmlName() {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        camel.append(camel.isEmpty() ? word : capital(word));
      }
    }
    boolean isName = !camel.isEmpty() && Character.isLetter(camel.charAt(0));
    return isName ? camel.toString() : "field" + camel;
  }

  /** APPROVAL_DOC_NO → Approval doc no. */
  private String words() {
    return capital(name.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
