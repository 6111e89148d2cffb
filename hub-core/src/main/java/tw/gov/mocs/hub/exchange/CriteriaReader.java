package tw.gov.mocs.hub.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.TableField;
import tw.gov.mocs.hub.exchange.Criterion.Range;
import tw.gov.mocs.hub.exchange.Criterion.Values;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Reads the criteria (查詢條件) of a call: granted, typed and within their bounds. */
final class CriteriaReader {

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final ExchangeService service;
  private final ServiceGrant grant;
  private final int maxValues;

  CriteriaReader(ExchangeService service, ServiceGrant grant, int maxValues) {
    this.service = service;
    this.grant = grant;
    this.maxValues = maxValues;
  }

  /**
   * The conditions that the criteria make.
   *
   * @throws HubException TOO_MANY_VALUES, FIELD_NOT_SEARCHABLE or CRITERION_INVALID
   */
  List<Condition> read(List<Criterion> criteria) {
    requireFewValues(criteria);
    List<Condition> conditions = new ArrayList<>(criteria.size());
    Set<String> seen = new HashSet<>();
    for (Criterion criterion : criteria) {
      Field field = searchable(criterion.field());
      if (!seen.add(field.xmlName())) {
        throw invalid(field, "is given twice");
      }
      conditions.add(condition(field, criterion));
    }
    return conditions;
  }

  private void requireFewValues(List<Criterion> criteria) {
    int values = 0;
    for (Criterion criterion : criteria) {
      values += criterion instanceof Values some ? some.values().size() : 0;
    }
    if (values > maxValues) {
      throw new HubException(
          ErrorCode.TOO_MANY_VALUES, values + " values", String.valueOf(maxValues));
    }
  }

  private Field searchable(String name) {
    FieldGrant granted = grant.fields().get(name);
    Field field = service.findField(name).orElse(null);
    if (field == null || field.criterion() == null || granted == null || !granted.searchable()) {
      throw new HubException(
          ErrorCode.FIELD_NOT_SEARCHABLE, "not searchable by this grant: " + name, name);
    }
    return field;
  }

  private Condition condition(Field field, Criterion criterion) {
    TableField of = new TableField(service.tableOf(field.xmlName()).name(), field);
    if (criterion instanceof Values some && field.criterion() == CriterionKind.EQ) {
      return anyOf(of, some.values());
    }
    if (criterion instanceof Range range && field.criterion() == CriterionKind.RANGE) {
      return between(of, range);
    }
    throw invalid(field, "is searched by " + field.criterion());
  }

  private static Condition anyOf(TableField of, List<String> texts) {
    Field field = of.field();
    if (texts.isEmpty()) {
      throw invalid(field, "has no value");
    }
    List<Object> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(value(field, text));
    }
    return new Condition.AnyOf(of.table(), field, values);
  }

  private static Condition between(TableField of, Range range) {
    Field field = of.field();
    Object from = range.from() == null ? null : value(field, range.from());
    Object to = range.to() == null ? null : value(field, range.to());
    if (from == null && to == null) {
      throw invalid(field, "has neither from nor to");
    }
    if (from != null && to != null && isAfter(from, to)) {
      throw invalid(field, "ends before it begins");
    }
    return halfOpen(of, from, to, false);
  }

  /**
   * A range as it is bound. Days end where the next one begins, because a column of days may carry
   * a time of day (the DATE of Oracle does). The last day that is known everywhere ends nowhere.
   */
  static Condition halfOpen(
      TableField of, @Nullable Object from, @Nullable Object to, boolean toIncluded) {
    Field field = of.field();
    if (to instanceof LocalDate day && !day.isBefore(LAST_DAY)) {
      // Where there is no day it is not within a range either: it has a beginning.
      Object begin = from == null ? FIRST_DAY : from;
      return new Condition.Between(of.table(), field, begin, null, false);
    }
    if (to instanceof LocalDate day) {
      return new Condition.Between(of.table(), field, from, day.plusDays(1), false);
    }
    // Times are from ≤ t < to; whatever else is ranged over includes its end.
    return new Condition.Between(
        of.table(), field, from, to, toIncluded || !(to instanceof Instant));
  }

  private static boolean isAfter(Object from, Object to) {
    if (from instanceof LocalDate day) {
      return day.isAfter((LocalDate) to);
    }
    if (from instanceof Instant instant) {
      return instant.isAfter((Instant) to);
    }
    if (from instanceof Long number) {
      return number > (Long) to;
    }
    if (from instanceof BigDecimal number) {
      return number.compareTo((BigDecimal) to) > 0;
    }
    // Texts are ordered by the collation of the source, which is not known here.
    return false;
  }

  private static Object value(Field field, String text) {
    return FieldValues.read(field, text)
        .orElseThrow(() -> invalid(field, "has a value that is no " + field.type()));
  }

  private static HubException invalid(Field field, String why) {
    String name = field.xmlName();
    return new HubException(ErrorCode.CRITERION_INVALID, "criterion " + name + " " + why, name);
  }
}
