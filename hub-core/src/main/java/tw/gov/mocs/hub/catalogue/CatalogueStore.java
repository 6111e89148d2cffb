package tw.gov.mocs.hub.catalogue;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.CodeRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.FieldRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.ServiceFieldRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.ServiceRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.TableRow;

/** The catalogue as rows: puts snapshots together and writes new tables and versions. */
@Component
class CatalogueStore {

  private final CatalogueMapper mapper;

  CatalogueStore(CatalogueMapper mapper) {
    this.mapper = mapper;
  }

  boolean isEmpty() {
    return mapper.countTables() == 0;
  }

  /** Reads the whole catalogue. */
  CatalogueSnapshot read() {
    // Nothing that a service refers to is ever removed, so what is read later holds all of it.
    List<ServiceRow> services = mapper.services();
    Map<Long, Set<Long>> offered = offeredFields(services);
    List<FieldRow> fields = mapper.fields();
    Map<Long, ExchangeTable> tables =
        mapper.tables().stream()
            .collect(toMap(TableRow::id, row -> table(row, fieldsOf(row.id(), fields))));
    return new CatalogueSnapshot(
        new TreeMap<>(
            services.stream()
                .map(row -> service(row, tables, offered, fields))
                .collect(toMap(ExchangeService::code, Function.identity()))),
        tables.values().stream().collect(toMap(ExchangeTable::name, Function.identity())),
        new TreeMap<>(codeLists()),
        ordered(services, ServiceRow::guideOrder),
        ordered(services, ServiceRow::applyOrder));
  }

  void insert(ExchangeTable table) {
    mapper.insertTable(table);
    long id = tableId(table.name());
    table.fields().forEach(field -> mapper.insertField(id, field));
  }

  void insert(CodeList list) {
    mapper.insertCodeList(list);
    list.entries().forEach(entry -> mapper.insertCodeEntry(list.codeType(), entry));
  }

  /** Writes a version; its number must be one more than the present one. */
  boolean insertVersion(ExchangeService service, Instant at, String by) {
    long serviceId = mapper.findServiceId(service.code().value()).orElseThrow();
    if (mapper.updatePresentVersion(serviceId, service.version()) == 0) {
      return false;
    }
    RequiredCriteria required = service.requiredCriteria();
    String anyOf = required == null ? null : String.join(" ", required.anyOf());
    long tableId = tableId(service.table().name());
    mapper.insertVersion(serviceId, tableId, service, anyOf, at, by);
    mapper.insertServiceFields(
        serviceId,
        service.version(),
        tableId,
        service.fields().stream().map(Field::xmlName).toList());
    return true;
  }

  private long tableId(String name) {
    return mapper.findTableId(name).orElseThrow();
  }

  private Map<Long, Set<Long>> offeredFields(List<ServiceRow> services) {
    Map<Long, Integer> present =
        services.stream().collect(toMap(ServiceRow::id, ServiceRow::versionNo));
    return mapper.serviceFields().stream()
        .filter(row -> Objects.equals(present.get(row.serviceId()), row.versionNo()))
        .collect(
            groupingBy(ServiceFieldRow::serviceId, mapping(ServiceFieldRow::fieldId, toSet())));
  }

  private Map<String, CodeList> codeLists() {
    return mapper.codes().stream().collect(groupingBy(CodeRow::codeType)).values().stream()
        .map(CatalogueStore::codeList)
        .collect(toMap(CodeList::codeType, Function.identity()));
  }

  private static CodeList codeList(List<CodeRow> rows) {
    CodeRow first = rows.get(0);
    return new CodeList(
        first.codeType(),
        first.label(),
        first.labelEn(),
        rows.stream().filter(row -> row.code() != null).map(CatalogueStore::entry).toList());
  }

  private static CodeList.Entry entry(CodeRow row) {
    return new CodeList.Entry(
        requireNonNull(row.code()),
        requireNonNull(row.name()),
        row.nameEn(),
        row.parentCode(),
        requireNonNull(row.sortOrder()),
        requireNonNull(row.validFrom()),
        row.validTo());
  }

  private static List<Field> fieldsOf(long tableId, List<FieldRow> fields) {
    return fields.stream().filter(row -> row.tableId() == tableId).map(FieldRow::toField).toList();
  }

  private static ExchangeTable table(TableRow row, List<Field> fields) {
    return new ExchangeTable(
        row.name(),
        row.sourceSchema(),
        row.label(),
        row.labelEn(),
        row.subjectColumn(),
        orEmpty(row.pagingKey()),
        fields);
  }

  private static ExchangeService service(
      ServiceRow row,
      Map<Long, ExchangeTable> tables,
      Map<Long, Set<Long>> offered,
      List<FieldRow> fields) {
    Set<Long> ids = offered.getOrDefault(row.id(), Set.of());
    return new ExchangeService(
        new ServiceCode(row.code()),
        row.versionNo(),
        row.name(),
        row.nameEn(),
        new ServiceCategory(row.category(), row.categoryEn()),
        orEmpty(row.description()),
        orEmpty(row.descriptionEn()),
        row.status(),
        orEmpty(row.notice()),
        requireNonNull(tables.get(row.tableId()), "table"),
        fields.stream().filter(field -> ids.contains(field.id())).map(FieldRow::toField).toList(),
        requiredCriteria(row),
        row.keepRequest(),
        row.encryptAnswer());
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

  private static List<ServiceCode> ordered(
      List<ServiceRow> services, Function<ServiceRow, @Nullable Integer> order) {
    return services.stream()
        .filter(row -> order.apply(row) != null)
        .sorted(comparing(row -> requireNonNull(order.apply(row))))
        .map(row -> new ServiceCode(row.code()))
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
