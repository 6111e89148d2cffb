package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants to publish as the next version of a service.
 *
 * @param code 服務代碼; a new one makes a new service
 * @param name 服務名稱
 * @param nameEn English name
 * @param category 服務分類
 * @param description 服務說明; may be empty
 * @param descriptionEn the same in English; may be empty
 * @param table the registered table that it reads
 * @param fields element names of the table's fields that it offers, in any order; those of a joined
 *     table as {@code TABLE.element}
 * @param requiredCriteria null for a service that is not about persons
 * @param keepRequest whether the whole signed request is kept as evidence
 * @param encryptAnswer whether answers are encrypted to the agency's certificate
 * @param joins further tables, in any order
 * @param unsearchable which of the fields may not be searched, named as in {@code fields}
 * @param purposeRule what a call must say of its purpose
 * @param ends the last days of fields that are announced to end, named as in {@code fields}
 * @param pagingKey the unique column of the first table that pages are ordered by; empty for the
 *     one that is registered
 * @param texts what this service alone calls fields, named as in {@code fields}
 */
public record ServiceDraft(
    ServiceCode code,
    String name,
    String nameEn,
    ServiceCategory category,
    String description,
    String descriptionEn,
    String table,
    List<String> fields,
    @Nullable RequiredCriteria requiredCriteria,
    boolean keepRequest,
    boolean encryptAnswer,
    List<Join> joins,
    Set<String> unsearchable,
    PurposeRule purposeRule,
    Map<String, LocalDate> ends,
    String pagingKey,
    Map<String, FieldTexts> texts) {

  /** So many tables can be joined. */
  public static final int MOST_JOINS = 12;

  /**
   * A further table.
   *
   * @param table its name
   * @param keyColumn its unique column
   * @param fromTable the service's table, or another joined one
   * @param fromColumn the column there that holds the key
   */
  public record Join(String table, String keyColumn, String fromTable, String fromColumn) {}

  /** Copies the collections. */
  public ServiceDraft {
    fields = List.copyOf(fields);
    joins = List.copyOf(joins);
    unsearchable = Set.copyOf(unsearchable);
    ends = Map.copyOf(ends);
    texts = Map.copyOf(texts);
  }

  /** Of one table, with every criterion that its fields have. */
  public ServiceDraft(
      ServiceCode code,
      String name,
      String nameEn,
      ServiceCategory category,
      String description,
      String descriptionEn,
      String table,
      List<String> fields,
      @Nullable RequiredCriteria requiredCriteria,
      boolean keepRequest,
      boolean encryptAnswer) {
    this(
        code,
        name,
        nameEn,
        category,
        description,
        descriptionEn,
        table,
        fields,
        requiredCriteria,
        keepRequest,
        encryptAnswer,
        List.of(),
        Set.of(),
        PurposeRule.ANY,
        Map.of(),
        "",
        Map.of());
  }

  /** The draft that would publish a service again as it is. */
  public static ServiceDraft of(ExchangeService service) {
    return new ServiceDraft(
        service.code(),
        service.name(),
        service.nameEn(),
        service.category(),
        service.description(),
        service.descriptionEn(),
        service.table().name(),
        service.fields().stream().map(field -> name(service, field.xmlName())).toList(),
        service.requiredCriteria(),
        service.keepRequest(),
        service.encryptAnswer(),
        service.joins().stream()
            .map(
                join ->
                    new Join(
                        join.table().name(), join.keyColumn(), join.fromTable(), join.fromColumn()))
            .toList(),
        service.unsearchable().stream()
            .map(name -> name(service, name))
            .collect(Collectors.toUnmodifiableSet()),
        service.purposeRule(),
        service.ends().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    end -> name(service, end.getKey()), Map.Entry::getValue)),
        service.table().pagingKey(),
        texts(service));
  }

  private static Map<String, FieldTexts> texts(ExchangeService service) {
    return service.fields().stream()
        .filter(field -> !service.texts(field).isOwn())
        .collect(
            Collectors.toUnmodifiableMap(field -> name(service, field.xmlName()), service::texts));
  }

  /** How a draft names an offered field of a service. */
  public static String name(ExchangeService service, String xmlName) {
    return service.joinOf(xmlName).map(join -> name(join.table().name(), xmlName)).orElse(xmlName);
  }

  /** How a draft names a field of a joined table. */
  public static String name(String joined, String xmlName) {
    return joined + "." + xmlName;
  }
}
