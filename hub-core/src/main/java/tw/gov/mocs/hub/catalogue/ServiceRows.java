package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.FieldRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.JoinRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.ServiceFieldRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.ServiceRow;

/** Puts versions of services together from their rows. */
final class ServiceRows {

  private final Map<Long, ExchangeTable> tables;
  private final Map<Long, List<FieldRow>> fields;
  private final Map<Version, List<ServiceFieldRow>> offered;
  private final Map<Version, List<JoinRow>> joins;

  private record Version(long serviceId, int number) {}

  ServiceRows(
      Map<Long, ExchangeTable> tables,
      List<FieldRow> fields,
      List<ServiceFieldRow> offered,
      List<JoinRow> joins) {
    this.tables = tables;
    this.fields = fields.stream().collect(groupingBy(FieldRow::tableId));
    this.offered =
        offered.stream().collect(groupingBy(row -> new Version(row.serviceId(), row.versionNo())));
    this.joins =
        joins.stream().collect(groupingBy(row -> new Version(row.serviceId(), row.versionNo())));
  }

  /** The tables by their ids. */
  Map<Long, ExchangeTable> tables() {
    return tables;
  }

  ExchangeService service(ServiceRow row) {
    Version version = new Version(row.id(), row.versionNo());
    Map<Long, ServiceFieldRow> ids = new HashMap<>();
    offered.getOrDefault(version, List.of()).forEach(one -> ids.put(one.fieldId(), one));
    Map<String, LocalDate> ends = new HashMap<>();
    List<Field> all = new ArrayList<>(fields(row.tableId(), ids, ends));
    List<TableJoin> joined = new ArrayList<>();
    for (JoinRow join : joins.getOrDefault(version, List.of())) {
      List<Field> some = fields(join.tableId(), ids, ends);
      all.addAll(some);
      joined.add(
          new TableJoin(
              table(join.tableId()), join.keyColumn(), join.fromTable(), join.fromColumn(), some));
    }
    return new ExchangeService(
        new ServiceCode(row.code()),
        row.versionNo(),
        row.name(),
        row.nameEn(),
        new ServiceCategory(row.category(), row.categoryEn()),
        CatalogueStore.orEmpty(row.description()),
        CatalogueStore.orEmpty(row.descriptionEn()),
        row.status(),
        CatalogueStore.orEmpty(row.notice()),
        table(row.tableId()).pagedBy(CatalogueStore.orEmpty(row.pagingKey())),
        all,
        requiredCriteria(row),
        row.keepRequest(),
        row.encryptAnswer(),
        joined,
        row.purposeRule(),
        ends,
        planned(row));
  }

  private ExchangeTable table(long id) {
    return requireNonNull(tables.get(id), "table");
  }

  private List<Field> fields(
      long tableId, Map<Long, ServiceFieldRow> ids, Map<String, LocalDate> ends) {
    List<Field> some = new ArrayList<>();
    for (FieldRow row : fields.getOrDefault(tableId, List.of())) {
      ServiceFieldRow offer = ids.get(row.id());
      if (offer != null) {
        Field field = row.toField().described(offer.texts());
        some.add(offer.searchable() ? field : field.withoutCriterion());
        if (offer.endsOn() != null) {
          ends.put(field.xmlName(), offer.endsOn());
        }
      }
    }
    return some;
  }

  private static @Nullable PlannedSwitch planned(ServiceRow row) {
    return row.plannedOn() == null
        ? null
        : new PlannedSwitch(row.plannedOn(), CatalogueStore.orEmpty(row.plannedNotice()));
  }

  private static @Nullable RequiredCriteria requiredCriteria(ServiceRow row) {
    String anyOf = row.requiredAnyOf();
    return anyOf == null
        ? null
        : new RequiredCriteria(
            List.of(anyOf.split(" ", -1)),
            requireNonNull(row.requiredRangeField()),
            requireNonNull(row.requiredRangeDays()));
  }
}
