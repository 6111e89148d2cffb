package tw.gov.mocs.hub.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The rows of the catalogue. */
@Mapper
interface CatalogueMapper {

  List<TableRow> tables();

  List<FieldRow> fields();

  List<CodeRow> codes();

  /** Every service with its present version. */
  List<ServiceRow> services();

  /** Every version of a service, the newest first. */
  List<ServiceRow> versions(@Param("code") String code);

  /** The fields of every version ever published. */
  List<ServiceFieldRow> serviceFields();

  /** The joins of every version ever published, in their order. */
  List<JoinRow> joins();

  long countTables();

  Optional<Long> findTableId(@Param("name") String name);

  Optional<Long> findServiceId(@Param("code") String code);

  void insertTable(@Param("table") ExchangeTable table);

  void insertField(@Param("tableId") long tableId, @Param("field") Field field);

  void insertCodeList(@Param("list") CodeList list);

  void insertCodeEntry(@Param("codeType") String codeType, @Param("entry") CodeList.Entry entry);

  void insertService(
      @Param("code") String code,
      @Param("status") ServiceStatus status,
      @Param("guideOrder") @Nullable Integer guideOrder,
      @Param("applyOrder") @Nullable Integer applyOrder);

  void insertVersion(
      @Param("serviceId") long serviceId,
      @Param("tableId") long tableId,
      @Param("service") ExchangeService service,
      @Param("requiredAnyOf") @Nullable String requiredAnyOf,
      @Param("publishedAt") Instant publishedAt,
      @Param("publishedBy") String publishedBy);

  int insertServiceFields(
      @Param("serviceId") long serviceId,
      @Param("version") int version,
      @Param("tableId") long tableId,
      @Param("xmlNames") List<String> xmlNames);

  void insertJoin(
      @Param("serviceId") long serviceId,
      @Param("version") int version,
      @Param("place") int place,
      @Param("tableId") long tableId,
      @Param("join") TableJoin join);

  /** Says more of a field of a version than that it is offered. */
  int updateServiceField(
      @Param("tableId") long tableId,
      @Param("xmlName") String xmlName,
      @Param("row") ServiceFieldRow row);

  /** Returns 0 when another version was published meanwhile. */
  int updatePresentVersion(@Param("serviceId") long serviceId, @Param("version") int version);

  /** Returns 0 when the service is not in the expected state. */
  int updateStatus(
      @Param("code") String code,
      @Param("expected") ServiceStatus expected,
      @Param("status") ServiceStatus status,
      @Param("notice") String notice);

  int updatePlan(
      @Param("code") String code,
      @Param("day") @Nullable LocalDate day,
      @Param("notice") @Nullable String notice);

  int updateOrders(
      @Param("code") String code,
      @Param("guideOrder") @Nullable Integer guideOrder,
      @Param("applyOrder") @Nullable Integer applyOrder);

  int updateTable(@Param("table") ExchangeTable table);

  int updateField(@Param("tableName") String tableName, @Param("field") Field field);

  int updateCodeList(@Param("list") CodeList list);

  /** The code that begins on the day becomes another. */
  int updateCodeEntry(
      @Param("codeType") String codeType,
      @Param("code") String code,
      @Param("from") LocalDate from,
      @Param("entry") CodeList.Entry entry);

  /** How often any version of a service offers this field, or any of the table. */
  long countOffers(
      @Param("tableName") String tableName, @Param("xmlName") @Nullable String xmlName);

  /** How often any version of a service joins the table. */
  long countJoins(@Param("tableName") String tableName);

  int deleteField(@Param("tableName") String tableName, @Param("xmlName") String xmlName);

  int deleteFields(@Param("tableName") String tableName);

  int deleteTable(@Param("tableName") String tableName);

  /** A table without its fields. */
  record TableRow(
      long id,
      String name,
      @Nullable String sourceSchema,
      String label,
      String labelEn,
      @Nullable String subjectColumn,
      @Nullable String pagingKey) {}

  /** A field and its table. */
  record FieldRow(
      long id,
      long tableId,
      int ordinal,
      String columnName,
      String xmlName,
      String label,
      String labelEn,
      FieldType fieldType,
      @Nullable Integer maxLength,
      @Nullable Integer decimalScale,
      @Nullable String codeType,
      boolean required,
      @Nullable CriterionKind criterion,
      DataClass dataClass,
      @Nullable String mask,
      @Nullable String description) {

    Field toField() {
      return new Field(
          ordinal,
          columnName,
          xmlName,
          label,
          labelEn,
          fieldType,
          maxLength,
          decimalScale,
          codeType,
          required,
          criterion,
          dataClass,
          mask,
          description);
    }
  }

  /** A code and its list; without code for a list that is empty. */
  record CodeRow(
      String codeType,
      String label,
      String labelEn,
      @Nullable String code,
      @Nullable String name,
      @Nullable String nameEn,
      @Nullable String parentCode,
      @Nullable Integer sortOrder,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /** A service and one of its versions. */
  record ServiceRow(
      long id,
      String code,
      ServiceStatus status,
      @Nullable String notice,
      @Nullable Integer guideOrder,
      @Nullable Integer applyOrder,
      @Nullable LocalDate plannedOn,
      @Nullable String plannedNotice,
      int versionNo,
      long tableId,
      String name,
      String nameEn,
      String category,
      String categoryEn,
      @Nullable String description,
      @Nullable String descriptionEn,
      @Nullable String requiredAnyOf,
      @Nullable String requiredRangeField,
      @Nullable Integer requiredRangeDays,
      boolean keepRequest,
      boolean encryptAnswer,
      PurposeRule purposeRule,
      @Nullable String pagingKey,
      Instant publishedAt,
      String publishedBy) {}

  /** That a version of a service offers a field. */
  record ServiceFieldRow(
      long serviceId,
      int versionNo,
      long fieldId,
      boolean searchable,
      @Nullable LocalDate endsOn,
      @Nullable String label,
      @Nullable String labelEn,
      @Nullable String description) {

    FieldTexts texts() {
      return FieldTexts.of(label, labelEn, description);
    }
  }

  /** A further table of a version. */
  record JoinRow(
      long serviceId,
      int versionNo,
      long tableId,
      String keyColumn,
      String fromTable,
      String fromColumn) {}
}
