package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the list of fields as its address says them.
 *
 * @param text a part of an element, a column or a label as typed
 * @param table of which; empty for all
 * @param dataClass only of this one; null for all
 * @param type only of this one; null for all
 */
record FieldCriteria(
    String text, String table, @Nullable DataClass dataClass, @Nullable FieldType type) {

  /** The columns that the list can be sorted by. */
  static final String[] COLUMNS = {"table", "element", "label", "type", "class", "grants"};

  static FieldCriteria of(HttpServletRequest request) {
    String table = request.getParameter("table");
    return new FieldCriteria(
        Criterion.words(request),
        table == null ? "" : table,
        Criterion.chosen(request, "class", DataClass.values()),
        Criterion.chosen(request, "type", FieldType.values()));
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || !table.isEmpty() || dataClass != null || type != null;
  }

  boolean means(FieldLine line) {
    return (table.isEmpty() || table.equals(line.table().name()))
        && (dataClass == null || dataClass == line.field().dataClass())
        && (type == null || type == line.field().type())
        && Criterion.isIn(
            text,
            line.field().xmlName(),
            line.field().columnName(),
            line.field().label(),
            line.field().labelEn());
  }

  static Comparator<FieldLine> order(String sort) {
    Comparator<FieldLine> place =
        Comparator.<FieldLine, String>comparing(line -> line.table().name())
            .thenComparing(line -> line.field().ordinal());
    Comparator<FieldLine> order =
        switch (sort) {
          case "element" -> Comparator.comparing(line -> line.field().xmlName());
          case "label" -> Comparator.comparing(line -> line.field().label());
          case "type" -> Comparator.comparing(line -> line.field().type());
          case "class" -> Comparator.comparing(line -> line.field().dataClass());
          case "grants" -> Comparator.comparing(FieldLine::grants);
          default -> place;
        };
    return order.thenComparing(place);
  }
}
