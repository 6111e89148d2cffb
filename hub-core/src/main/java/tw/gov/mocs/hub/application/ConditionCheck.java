package tw.gov.mocs.hub.application;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.TermsFault.Reason;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.TableField;

/** Whether a row condition fits the field that it names, so that a call can always apply it. */
final class ConditionCheck {

  private static final int VALUES = 500;
  private static final int LONGEST_VALUE = 200;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,38})?");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}]");

  private ConditionCheck() {}

  /** What is wrong with a condition, also in words for the log. */
  record Fault(Reason reason, String text) {}

  /** What is wrong with the condition; empty if nothing. */
  static Optional<Fault> fault(RowCondition condition, RowSource source, AgencyCode agency) {
    Optional<Field> field = source.findColumn(condition.field()).map(TableField::field);
    if (field.isEmpty()) {
      return misfit(condition.field() + " is no field of " + source.tableNames());
    }
    if (condition.values().size() > VALUES) {
      return misfit(condition.field() + " has more than " + VALUES + " values");
    }
    List<Comparable<?>> values = new ArrayList<>();
    for (String text : condition.values()) {
      String value = text.equals(RowCondition.OWN_AGENCY) ? agency.value() : text;
      Optional<Comparable<?>> read = read(field.get(), value);
      if (read.isEmpty()) {
        return misfit(condition.field() + " has a value that does not fit it");
      }
      values.add(read.get());
    }
    return condition.operator() == RowCondition.Operator.BETWEEN
            && isAfter(values.get(0), values.get(1))
        ? Optional.of(
            new Fault(Reason.CONDITION_ORDER, condition.field() + " ends before it begins"))
        : Optional.empty();
  }

  private static Optional<Fault> misfit(String text) {
    return Optional.of(new Fault(Reason.CONDITION, text));
  }

  private static Optional<Comparable<?>> read(Field field, String text) {
    if (text.isEmpty() || text.length() > LONGEST_VALUE || UNPRINTABLE.matcher(text).find()) {
      return Optional.empty();
    }
    try {
      return switch (field.type()) {
        case STRING, CODE -> Optional.of(text).filter(some -> fits(field, some)).map(some -> some);
        case INTEGER, DECIMAL -> number(field, text);
        case DATE -> DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : NOTHING;
        case TIMESTAMP ->
            TIME.matcher(text).matches()
                ? Optional.of(OffsetDateTime.parse(text).toInstant())
                : NOTHING;
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static final Optional<Comparable<?>> NOTHING = Optional.empty();

  private static boolean fits(Field field, String text) {
    Integer length = field.length();
    return length == null || text.codePointCount(0, text.length()) <= length;
  }

  private static Optional<Comparable<?>> number(Field field, String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    Integer declared = field.scale();
    int scale = declared == null ? 0 : declared;
    Integer length = field.length();
    int whole = length == null ? 18 : Math.min(18, length - scale);
    boolean fits = value.scale() <= scale && value.precision() - value.scale() <= whole;
    return fits ? Optional.of(value) : Optional.empty();
  }

  @SuppressWarnings("unchecked") // both were read as the type of one field
  private static boolean isAfter(Comparable<?> from, Comparable<?> to) {
    return ((Comparable<Object>) from).compareTo(to) > 0;
  }
}
