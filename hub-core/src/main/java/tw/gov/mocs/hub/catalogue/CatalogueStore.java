package tw.gov.mocs.hub.catalogue;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.CodeRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.FieldRow;
import tw.gov.mocs.hub.catalogue.CatalogueMapper.JoinRow;
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
    ServiceRows rows = serviceRows();
    return new CatalogueSnapshot(
        new TreeMap<>(
            services.stream()
                .map(rows::service)
                .collect(toMap(ExchangeService::code, Function.identity()))),
        rows.tables().values().stream().collect(toMap(ExchangeTable::name, Function.identity())),
        new TreeMap<>(codeLists()),
        ordered(services, ServiceRow::guideOrder),
        ordered(services, ServiceRow::applyOrder));
  }

  /**
   * Every version of a service, the newest first, with its fields as the catalogue has them now.
   */
  List<ServiceVersion> versions(ServiceCode code) {
    List<ServiceRow> versions = mapper.versions(code.value());
    ServiceRows rows = serviceRows();
    return versions.stream()
        .map(row -> new ServiceVersion(rows.service(row), row.publishedAt(), row.publishedBy()))
        .toList();
  }

  private ServiceRows serviceRows() {
    List<ServiceFieldRow> offered = mapper.serviceFields();
    List<JoinRow> joins = mapper.joins();
    List<FieldRow> fields = mapper.fields();
    return new ServiceRows(
        mapper.tables().stream()
            .collect(toMap(TableRow::id, row -> table(row, fieldsOf(row.id(), fields)))),
        fields,
        offered,
        joins);
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
    List<String> joined = new ArrayList<>();
    for (TableJoin join : service.joins()) {
      List<String> names = names(join.fields());
      joined.addAll(names);
      long joinedId = tableId(join.table().name());
      mapper.insertJoin(
          serviceId, service.version(), service.joins().indexOf(join) + 1, joinedId, join);
      insertFields(serviceId, service, joinedId, names);
    }
    List<String> own = new ArrayList<>(names(service.fields()));
    own.removeAll(joined);
    insertFields(serviceId, service, tableId, own);
    return true;
  }

  private void insertFields(
      long serviceId, ExchangeService service, long tableId, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    mapper.insertServiceFields(serviceId, service.version(), tableId, names);
    Set<String> unsearchable = service.unsearchable();
    for (String name : names) {
      LocalDate end = service.ends().get(name);
      boolean searchable = !unsearchable.contains(name);
      FieldTexts texts = service.texts(service.findField(name).orElseThrow());
      if (!searchable || end != null || !texts.isOwn()) {
        ServiceFieldRow row =
            new ServiceFieldRow(
                serviceId,
                service.version(),
                0,
                searchable,
                end,
                texts.label(),
                texts.labelEn(),
                texts.description());
        mapper.updateServiceField(tableId, name, row);
      }
    }
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::xmlName).toList();
  }

  private long tableId(String name) {
    return mapper.findTableId(name).orElseThrow();
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

  private static List<ServiceCode> ordered(
      List<ServiceRow> services, Function<ServiceRow, @Nullable Integer> order) {
    return services.stream()
        .filter(row -> order.apply(row) != null)
        .sorted(comparing(row -> requireNonNull(order.apply(row))))
        .map(row -> new ServiceCode(row.code()))
        .toList();
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
