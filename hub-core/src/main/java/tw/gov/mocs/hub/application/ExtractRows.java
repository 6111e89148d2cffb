package tw.gov.mocs.hub.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one-time files shall hold, as rows. */
@Component
class ExtractRows {

  private final ExtractMapper mapper;

  ExtractRows(ExtractMapper mapper) {
    this.mapper = mapper;
  }

  /** An extract without its tables. */
  record Head(Extract.Format fileFormat, @Nullable Long estimatedRows) {}

  /** One field. */
  record FieldRow(String tableName, int placeNo, String fieldName) {}

  /** One value of a condition. */
  record ConditionRow(
      String tableName,
      int placeNo,
      int valueNo,
      String fieldName,
      RowCondition.Operator comparison,
      String valueText) {}

  void insert(long reviewId, Extract extract) {
    mapper.insert(reviewId, new Head(extract.format(), extract.estimatedRows()));
    for (ExtractTable table : extract.tables()) {
      for (int place = 0; place < table.fields().size(); place++) {
        mapper.insertField(reviewId, new FieldRow(table.table(), place, table.fields().get(place)));
      }
      for (int place = 0; place < table.conditions().size(); place++) {
        insert(reviewId, table.table(), place, table.conditions().get(place));
      }
    }
  }

  private void insert(long reviewId, String table, int place, RowCondition condition) {
    for (int value = 0; value < condition.values().size(); value++) {
      mapper.insertCondition(
          reviewId,
          new ConditionRow(
              table,
              place,
              value,
              condition.field(),
              condition.operator(),
              condition.values().get(value)));
    }
  }

  @Nullable Extract find(long reviewId) {
    Head head = mapper.find(reviewId);
    if (head == null) {
      return null;
    }
    Map<String, List<ConditionRow>> conditions =
        mapper.conditions(reviewId).stream().collect(groupingBy(ConditionRow::tableName));
    List<ExtractTable> tables =
        mapper.fields(reviewId).stream()
            .collect(groupingBy(FieldRow::tableName, TreeMap::new, toList()))
            .entrySet()
            .stream()
            .map(
                fields ->
                    new ExtractTable(
                        fields.getKey(),
                        fields.getValue().stream().map(FieldRow::fieldName).toList(),
                        conditions(conditions.getOrDefault(fields.getKey(), List.of()))))
            .toList();
    return new Extract(head.fileFormat(), head.estimatedRows(), tables);
  }

  private static List<RowCondition> conditions(List<ConditionRow> rows) {
    return rows.stream()
        .collect(groupingBy(ConditionRow::placeNo, TreeMap::new, toList()))
        .values()
        .stream()
        .map(
            place ->
                new RowCondition(
                    place.get(0).fieldName(),
                    place.get(0).comparison(),
                    place.stream().map(ConditionRow::valueText).toList()))
        .toList();
  }
}
