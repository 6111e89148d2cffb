package tw.gov.mocs.hub.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The simple types of the values on the wire, and the types of the criteria made of them, each
 * named by its facets ({@code Text10}, {@code Code2}, {@code Decimal5_2}) and written once.
 */
final class ValueTypes {

  private ValueTypes() {}

  /** The type of a value of the field. */
  static String of(Field field) {
    String length = field.length() == null ? "" : field.length().toString();
    return switch (field.type()) {
      case STRING -> "Text" + length;
      case CODE -> "Code" + length;
      case INTEGER -> "Integer" + length;
      case DECIMAL -> "Decimal" + length + "_" + Objects.requireNonNullElse(field.scale(), 0);
      case DATE -> "Day";
      case TIMESTAMP -> "Moment";
    };
  }

  /** The type of a criterion on the field. */
  static String ofCriterion(Field field) {
    return of(field) + (field.criterion() == CriterionKind.RANGE ? "Range" : "Values");
  }

  /** Writes the types that these fields need; Day and Moment always. */
  static void write(Markup out, Collection<Field> values, Collection<Field> criteria) {
    day(out);
    moment(out);
    Map<String, Field> simple = new TreeMap<>();
    values.forEach(field -> simple.putIfAbsent(of(field), field));
    criteria.forEach(field -> simple.putIfAbsent(of(field), field));
    simple.values().forEach(field -> simple(out, field));
    Map<String, Field> asked = new TreeMap<>();
    criteria.forEach(field -> asked.putIfAbsent(ofCriterion(field), field));
    asked.values().forEach(field -> criterion(out, field));
  }

  private static void day(Markup out) {
    out.start("xs:simpleType", "name", "Day");
    Documentation.write(out, "日期，西元年，不含時區", "A day, Gregorian, without time zone");
    restriction(out, "xs:date", "pattern", "\\d{4}-\\d{2}-\\d{2}");
    out.end();
  }

  private static void moment(Markup out) {
    out.start("xs:simpleType", "name", "Moment");
    Documentation.write(out, "時間，必須含時區", "A moment; its time zone is required");
    restriction(out, "xs:dateTime", "pattern", ".+(Z|[+\\-]\\d{2}:\\d{2})");
    out.end();
  }

  private static void simple(Markup out, Field field) {
    if (field.type() == FieldType.DATE || field.type() == FieldType.TIMESTAMP) {
      return;
    }
    String length = field.length() == null ? "" : field.length().toString();
    out.start("xs:simpleType", "name", of(field));
    switch (field.type()) {
      case INTEGER -> restriction(out, "xs:integer", "totalDigits", length);
      case DECIMAL ->
          restriction(
              out,
              "xs:decimal",
              "totalDigits",
              length,
              "fractionDigits",
              String.valueOf(Objects.requireNonNullElse(field.scale(), 0)));
      default -> restriction(out, "xs:string", "maxLength", length);
    }
    out.end();
  }

  private static void criterion(Markup out, Field field) {
    String type = "tns:" + of(field);
    out.start("xs:complexType", "name", ofCriterion(field)).start("xs:sequence");
    if (field.criterion() == CriterionKind.RANGE) {
      for (String end : List.of("from", "to")) {
        out.empty("xs:element", "name", end, "type", type, "minOccurs", "0");
      }
    } else if (field.type() == FieldType.STRING || field.type() == FieldType.CODE) {
      // Nothing equals an empty text: a null is an absent element, and Oracle has no "".
      out.start("xs:element", "name", "value", "maxOccurs", "unbounded").start("xs:simpleType");
      restriction(out, type, "minLength", "1");
      out.end().end();
    } else {
      out.empty("xs:element", "name", "value", "type", type, "maxOccurs", "unbounded");
    }
    out.end().end();
  }

  /** A restriction by facets, given as names and values in turn; an empty value is no facet. */
  static void restriction(Markup out, String base, String... facets) {
    out.start("xs:restriction", "base", base);
    for (int i = 0; i < facets.length; i += 2) {
      if (!facets[i + 1].isEmpty()) {
        out.empty("xs:" + facets[i], "value", facets[i + 1]);
      }
    }
    out.end();
  }
}
