package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.CriterionKind;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.ServiceCategory;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/** A small catalogue, and what an agency asks of it. */
final class Samples {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final AgencyCode AGENCY = new AgencyCode("T01000000A");
  static final ServicePeriod YEAR = new ServicePeriod(TODAY, TODAY.plusYears(1));
  static final Cidr ADDRESS = new Cidr("192.0.2.10");

  /** Of persons, with a restricted field. */
  static final ServiceCode PERSONS = new ServiceCode("SQ_TA_003");

  /** Codes: of no person. */
  static final ServiceCode CODES = new ServiceCode("SQ_COM_01");

  private Samples() {}

  static CatalogueSnapshot catalogue() {
    return catalogue(ServiceStatus.OPEN);
  }

  /** The same with this status of {@link #CODES}. */
  static CatalogueSnapshot catalogue(ServiceStatus codes) {
    ExchangeService persons = persons();
    ExchangeService lists = codes(codes);
    Map<String, ExchangeTable> tables =
        Map.of(persons.table().name(), persons.table(), lists.table().name(), lists.table());
    TreeMap<ServiceCode, ExchangeService> services = new TreeMap<>();
    services.put(PERSONS, persons);
    services.put(CODES, lists);
    return new CatalogueSnapshot(
        services, tables, new TreeMap<>(), List.of(), List.of(PERSONS, CODES));
  }

  static ApplicationContent content() {
    return content(
        YEAR,
        List.of(ServiceRequest.whole(PERSONS, "懲處紀錄為任用審查所需"), ServiceRequest.whole(CODES, "")));
  }

  static ApplicationContent content(@Nullable ServicePeriod period, List<ServiceRequest> services) {
    return content("hr-1", ADDRESS, period, services);
  }

  /** Called from a system of this name and address. */
  static ApplicationContent content(String hostName, Cidr address) {
    return content(hostName, address, YEAR, List.of(ServiceRequest.whole(CODES, "")));
  }

  private static ApplicationContent content(
      String hostName,
      Cidr address,
      @Nullable ServicePeriod period,
      List<ServiceRequest> services) {
    return new ApplicationContent(
        "王小明",
        "02-8236-6666 分機 12",
        "someone@example.gov.tw",
        period,
        "人事資料比對",
        "公務人員任用法",
        "人事管理（002）",
        new ConnectingSystem("人事系統", "Linux", "Java", "Oracle", hostName, List.of(address)),
        Set.of(Audience.AGENCY_INTERNAL),
        DeliveryMethod.WEB_SERVICE,
        "",
        services);
  }

  static ApplicationContent fileContent(String specialConditions) {
    return fileContent(YEAR, specialConditions);
  }

  static ApplicationContent fileContent(ServicePeriod period, String specialConditions) {
    return new ApplicationContent(
        "王小明",
        "0282366666",
        "someone@example.gov.tw",
        period,
        "人事資料比對",
        "公務人員任用法",
        "人事管理（002）",
        ConnectingSystem.NONE,
        Set.of(Audience.AGENCY_INTERNAL),
        DeliveryMethod.ONE_TIME_FILE,
        specialConditions,
        List.of());
  }

  static Application draft(ApplicationContent content) {
    return Application.draft(
        new Agency(7, AGENCY, "測試機關", null, null, false),
        content,
        new Consent("ab".repeat(32), AGENCY.value(), "102.12", NOW));
  }

  static Application pending() {
    return pending(content());
  }

  static Application pending(ApplicationContent content) {
    return draft(content).submit(submission(), catalogue());
  }

  static Submission submission() {
    return new Submission(
        new ApplicationNumber("APSQ11500001"), NOW, AGENCY.value(), "ab".repeat(32), "TP01");
  }

  /** Everything that {@link #content()} asks for. */
  static GrantTerms everything() {
    return terms(whole(PERSONS), whole(CODES));
  }

  static GrantTerms terms(ServiceGrant... services) {
    return GrantTerms.of(YEAR, List.of(ADDRESS), Quota.DEFAULT, List.of(services));
  }

  /** Every field returned, and searchable where it can be. */
  static ServiceGrant whole(ServiceCode code) {
    Map<String, FieldGrant> fields = new TreeMap<>();
    catalogue()
        .find(code)
        .orElseThrow()
        .fields()
        .forEach(
            field -> fields.put(field.xmlName(), new FieldGrant(true, field.criterion() != null)));
    return new ServiceGrant(code, fields, List.of(), false);
  }

  /** {@link #PERSONS} without its restricted field. */
  static ServiceGrant unrestricted() {
    Map<String, FieldGrant> fields = new TreeMap<>(whole(PERSONS).fields());
    fields.remove("reason");
    return new ServiceGrant(PERSONS, fields, List.of(), false);
  }

  private static ExchangeService persons() {
    List<Field> fields =
        List.of(
            field(1, "idNo", FieldType.STRING, 10, CriterionKind.EQ, DataClass.IDENTIFIER),
            field(2, "agencyCode", FieldType.STRING, 10, CriterionKind.EQ, DataClass.PERSONAL),
            field(3, "fullName", FieldType.STRING, 60, null, DataClass.PERSONAL),
            field(4, "reason", FieldType.STRING, 200, null, DataClass.RESTRICTED),
            field(5, "points", FieldType.INTEGER, 3, null, DataClass.PERSONAL),
            field(6, "decidedOn", FieldType.DATE, null, null, DataClass.PERSONAL),
            field(7, "updatedAt", FieldType.TIMESTAMP, null, CriterionKind.RANGE, DataClass.NONE));
    return service(
        PERSONS,
        ServiceStatus.OPEN,
        new ExchangeTable("TA_REWARD_DISCIPLINE", "獎懲", "Rewards", "ID_NO", "RECORD_NO", fields),
        new RequiredCriteria(List.of("idNo", "agencyCode"), "updatedAt", 31));
  }

  private static ExchangeService codes(ServiceStatus status) {
    List<Field> fields =
        List.of(
            field(1, "codeType", FieldType.STRING, 20, CriterionKind.EQ, DataClass.NONE),
            field(2, "codeName", FieldType.STRING, 120, null, DataClass.NONE));
    return service(
        CODES,
        status,
        new ExchangeTable("COM_CODE", "代碼", "Codes", null, "RECORD_NO", fields),
        null);
  }

  private static ExchangeService service(
      ServiceCode code,
      ServiceStatus status,
      ExchangeTable table,
      @Nullable RequiredCriteria required) {
    return new ExchangeService(
        code,
        1,
        table.label(),
        table.name(),
        new ServiceCategory("分類", "Category"),
        "說明",
        "Description",
        status,
        "",
        table,
        table.fields(),
        required,
        false,
        false);
  }

  private static Field field(
      int ordinal,
      String name,
      FieldType type,
      @Nullable Integer length,
      @Nullable CriterionKind criterion,
      DataClass dataClass) {
    String column = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return new Field(
        ordinal, column, name, name, name, type, length, null, null, false, criterion, dataClass,
        null, null);
  }
}
