package tw.gov.mocs.hub.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 服務: a published version of an exchange service, one operation of the contract.
 *
 * @param code 服務代碼
 * @param version counts its published versions from 1
 * @param name 服務名稱
 * @param nameEn English name
 * @param category 服務分類
 * @param description 服務說明
 * @param descriptionEn the same in English; empty if nobody wrote it
 * @param status open or closed
 * @param notice what callers of a closed service are told; empty if nothing
 * @param table what it reads; its rows are those of this table, and its paging key is the one of
 *     this service
 * @param fields those of the tables' fields that it offers, in catalogue order, the joined ones
 *     last, as this service calls them; one that may not be searched in this service has no
 *     criterion
 * @param requiredCriteria null for a service that is not about persons
 * @param keepRequest whether the whole signed request is kept as evidence
 * @param encryptAnswer whether answers are encrypted to the agency's certificate
 * @param joins further tables, each after the one that it is found from
 * @param purposeRule what a call must say of its purpose
 * @param ends the last days of fields that are announced to end, by element name
 * @param planned when it opens or closes by itself; null if that is not planned
 */
public record ExchangeService(
    ServiceCode code,
    int version,
    String name,
    String nameEn,
    ServiceCategory category,
    String description,
    String descriptionEn,
    ServiceStatus status,
    String notice,
    ExchangeTable table,
    List<Field> fields,
    @Nullable RequiredCriteria requiredCriteria,
    boolean keepRequest,
    boolean encryptAnswer,
    List<TableJoin> joins,
    PurposeRule purposeRule,
    Map<String, LocalDate> ends,
    @Nullable PlannedSwitch planned) {

  /** Copies the collections. */
  public ExchangeService {
    fields = List.copyOf(fields);
    joins = List.copyOf(joins);
    ends = Map.copyOf(ends);
  }

  /** Of one table, with nothing announced. */
  public ExchangeService(
      ServiceCode code,
      int version,
      String name,
      String nameEn,
      ServiceCategory category,
      String description,
      String descriptionEn,
      ServiceStatus status,
      String notice,
      ExchangeTable table,
      List<Field> fields,
      @Nullable RequiredCriteria requiredCriteria,
      boolean keepRequest,
      boolean encryptAnswer) {
    this(
        code,
        version,
        name,
        nameEn,
        category,
        description,
        descriptionEn,
        status,
        notice,
        table,
        fields,
        requiredCriteria,
        keepRequest,
        encryptAnswer,
        List.of(),
        PurposeRule.ANY,
        Map.of(),
        null);
  }

  /** The offered field with this element name. */
  public Optional<Field> findField(String xmlName) {
    return fields.stream().filter(field -> field.xmlName().equals(xmlName)).findFirst();
  }

  /** The same of one of its tables; a draft may have the name in two. */
  Optional<Field> findField(String xmlName, String of) {
    int own = fields.size() - joins.stream().mapToInt(join -> join.fields().size()).sum();
    List<Field> some =
        table.name().equals(of)
            ? fields.subList(0, own)
            : joins.stream()
                .filter(join -> join.table().name().equals(of))
                .flatMap(join -> join.fields().stream())
                .toList();
    return some.stream().filter(field -> field.xmlName().equals(xmlName)).findFirst();
  }

  /** The tables that it reads, its first one before those that are joined. */
  public List<ExchangeTable> tables() {
    return Stream.concat(Stream.of(table), joins.stream().map(TableJoin::table)).toList();
  }

  /**
   * The columns of a table that must be unique: its pages are ordered by one, it is joined by one.
   */
  Stream<String> keysOf(String of) {
    return Stream.concat(
        Stream.of(table).filter(one -> one.name().equals(of)).map(ExchangeTable::pagingKey),
        joins.stream().filter(join -> join.table().name().equals(of)).map(TableJoin::keyColumn));
  }

  /** The columns of a table without which none of its calls can be answered. */
  Stream<String> columnsOf(String of) {
    Stream<String> subject =
        tables().stream()
            .filter(one -> one.name().equals(of) && one.subjectColumn() != null)
            .map(one -> requireNonNull(one.subjectColumn(), "subject"));
    Stream<String> from =
        joins.stream().filter(join -> join.fromTable().equals(of)).map(TableJoin::fromColumn);
    return Stream.of(keysOf(of).filter(key -> !key.isEmpty()), subject, from).flatMap(all -> all);
  }

  /** Whether its rows are about persons. */
  public boolean isOfPersons() {
    return tables().stream().map(ExchangeTable::subjectColumn).anyMatch(Objects::nonNull);
  }

  /** The join that gives an offered field; empty for the first table's. */
  public Optional<TableJoin> joinOf(String xmlName) {
    return joins.stream().filter(join -> join.offers(xmlName)).findFirst();
  }

  /** The table of an offered field. */
  public ExchangeTable tableOf(String xmlName) {
    return joinOf(xmlName).map(TableJoin::table).orElse(table);
  }

  /** What this service alone calls an offered field. */
  FieldTexts texts(Field offered) {
    String name = offered.xmlName();
    return tableOf(name)
        .findField(name)
        .map(own -> FieldTexts.between(own, offered))
        .orElse(FieldTexts.OWN);
  }

  /** Element names of the offered fields that could be searched, but not in this service. */
  public Set<String> unsearchable() {
    return fields.stream()
        .filter(field -> field.criterion() == null)
        .map(Field::xmlName)
        .filter(
            name ->
                tableOf(name)
                    .findField(name)
                    .filter(field -> field.criterion() != null)
                    .isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
