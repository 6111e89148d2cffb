package tw.gov.mocs.hub.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/** The terms of a review as rows. */
@Component
class TermsRows {

  private final TermsMapper mapper;
  private final ExtractRows extracts;

  TermsRows(TermsMapper mapper, ExtractRows extracts) {
    this.mapper = mapper;
    this.extracts = extracts;
  }

  /** One granted service. */
  record ServiceRow(String serviceCode, boolean wholeTable) {}

  /** One granted field. */
  record FieldRow(String serviceCode, String fieldName, boolean returned, boolean searchable) {}

  /** One value of a row condition. */
  record ConditionRow(
      String serviceCode,
      int placeNo,
      int valueNo,
      String fieldName,
      RowCondition.Operator comparison,
      String valueText) {}

  void insert(long reviewId, GrantTerms terms) {
    for (int place = 0; place < terms.addresses().size(); place++) {
      mapper.insertAddress(reviewId, place, terms.addresses().get(place));
    }
    terms.services().values().forEach(service -> insert(reviewId, service));
    Extract extract = terms.extract();
    if (extract != null) {
      extracts.insert(reviewId, extract);
    }
  }

  private void insert(long reviewId, ServiceGrant service) {
    String code = service.service().value();
    mapper.insertService(reviewId, new ServiceRow(code, service.wholeTable()));
    service
        .fields()
        .forEach(
            (name, field) ->
                mapper.insertField(
                    reviewId, new FieldRow(code, name, field.returned(), field.searchable())));
    for (int place = 0; place < service.conditions().size(); place++) {
      RowCondition condition = service.conditions().get(place);
      for (int value = 0; value < condition.values().size(); value++) {
        mapper.insertCondition(
            reviewId,
            new ConditionRow(
                code,
                place,
                value,
                condition.field(),
                condition.operator(),
                condition.values().get(value)));
      }
    }
  }

  @Nullable Extract extract(long reviewId) {
    return extracts.find(reviewId);
  }

  List<Cidr> addresses(long reviewId) {
    return mapper.addresses(reviewId).stream().map(Cidr::new).toList();
  }

  Map<ServiceCode, ServiceGrant> services(long reviewId) {
    Map<String, List<FieldRow>> fields =
        mapper.fields(reviewId).stream().collect(groupingBy(FieldRow::serviceCode));
    Map<String, List<ConditionRow>> conditions =
        mapper.conditions(reviewId).stream().collect(groupingBy(ConditionRow::serviceCode));
    return mapper.services(reviewId).stream()
        .map(
            row ->
                new ServiceGrant(
                    new ServiceCode(row.serviceCode()),
                    fields(fields.getOrDefault(row.serviceCode(), List.of())),
                    conditions(conditions.getOrDefault(row.serviceCode(), List.of())),
                    row.wholeTable()))
        .collect(toMap(ServiceGrant::service, granted -> granted));
  }

  private static Map<String, FieldGrant> fields(List<FieldRow> rows) {
    return rows.stream()
        .collect(
            toMap(
                // One copy of each name serves tens of thousands of grants.
                row -> row.fieldName().intern(),
                row -> new FieldGrant(row.returned(), row.searchable())));
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
