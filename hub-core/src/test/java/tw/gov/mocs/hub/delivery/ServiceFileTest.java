package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.ExtractTable;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEditor;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.RequiredCriteria;
import tw.gov.mocs.hub.catalogue.ServiceCategory;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.catalogue.ServiceFault;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;

/** A file over a service of two joined tables: under its code, by its element names. */
@OnEveryDatabase
class ServiceFileTest {

  private static final ServiceCode CODE = new ServiceCode("SQ_TA_901");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Actor ADMINISTRATOR = new Actor("admin", null, null);

  private final ApplicationContext core;
  private final FileMaker maker;
  private final CatalogueEditor editor;
  private final Catalogue catalogue;
  private final JdbcTemplate sql;
  private final Recipient recipient = Recipient.make();
  private final Set<String> persons = new TreeSet<>();

  @TempDir private Path folder = Path.of("");

  ServiceFileTest(TestDatabase database) {
    core = CoreWithRecords.shared(database);
    maker = core.getBean(FileMaker.class);
    editor = core.getBean(CatalogueEditor.class);
    catalogue = core.getBean(Catalogue.class);
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @BeforeEach
  void publish() {
    publish(CODE, PurposeRule.ANY);
  }

  private void publish(ServiceCode code, PurposeRule rule) {
    editor.publish(
        draft(
            code,
            rule,
            List.of(
                new ServiceDraft.Join(
                    "TA_CURRENT_STAFF", "ID_NO", "TA_PERFORMANCE_APPRAISAL", "ID_NO"))),
        ADMINISTRATOR);
    if (catalogue.current().find(code).orElseThrow().status() == ServiceStatus.CLOSED) {
      catalogue.open(code, ADMINISTRATOR);
    }
  }

  private static ServiceDraft draft(
      ServiceCode code, PurposeRule rule, List<ServiceDraft.Join> joins) {
    List<String> fields = new ArrayList<>(List.of("recordNo", "idNo", "updatedAt"));
    joins.forEach(join -> fields.add(join.table() + ".unitName"));
    return new ServiceDraft(
        code,
        "考績與現職",
        "Appraisals and present posts",
        new ServiceCategory("銓審資料", "Career records"),
        "",
        "",
        "TA_PERFORMANCE_APPRAISAL",
        fields,
        new RequiredCriteria(List.of("idNo"), "updatedAt", 31),
        false,
        false,
        joins,
        Set.of(),
        rule,
        Map.of(),
        "",
        Map.of());
  }

  @Test
  void holdsTheRowsOfTheServiceWithWhatItJoins() throws Exception {
    Map<String, byte[]> files = opened(make(Extract.Format.CSV));
    assertThat(files).containsOnlyKeys("SQ_TA_901.csv", "fields.csv", "manifest.json");
    List<String> lines = text(files, "SQ_TA_901.csv").lines().toList();
    assertThat(lines.get(0)).isEqualTo("recordNo,idNo,unitName");
    assertThat(lines).hasSize(1 + count("SELECT COUNT(*) FROM personnel.ta_performance_appraisal"));
    assertThat(lines.stream().skip(1).filter(line -> !line.endsWith(",")))
        .hasSize(
            count(
                "SELECT COUNT(*) FROM personnel.ta_performance_appraisal a JOIN"
                    + " personnel.ta_current_staff s ON s.id_no = a.id_no WHERE s.unit_name IS NOT"
                    + " NULL"))
        .isNotEmpty();
    assertThat(text(files, "fields.csv")).contains("SQ_TA_901,考績與現職,unitName");
    assertThat(persons)
        .hasSize(count("SELECT COUNT(DISTINCT id_no) FROM personnel.ta_performance_appraisal"));
  }

  @Test
  void isNarrowedByAFieldOfAJoinedTableWhoseJoinThenStays() throws Exception {
    String unit =
        requireNonNull(
            sql.queryForObject(
                "SELECT MIN(unit_name) FROM personnel.ta_current_staff", String.class));
    String name = "TA_CURRENT_STAFF.unitName";
    RowCondition one = new RowCondition(name, RowCondition.Operator.EQUAL, List.of(unit));
    ExtractTable part = new ExtractTable(CODE.value(), List.of("unitName"), List.of(one));
    Extract extract = new Extract(Extract.Format.CSV, 1L, List.of(part));
    new Ministry(core).grantFile(extract, FileCase.REVIEWER);
    List<String> lines = text(opened(make(grant(extract))), CODE + ".csv").lines().skip(1).toList();
    assertThat(lines).isNotEmpty().allMatch(unit::equals);
    ServiceDraft without = draft(CODE, PurposeRule.ANY, List.of());
    assertThat(core.getBean(ServiceRegister.class).look(without).faults())
        .extracting(ServiceFault::kind)
        .contains(ServiceFault.Kind.BREAKS_CONDITION);
  }

  @Test
  void followsItsSchemaAsXml() throws Exception {
    Map<String, byte[]> files = opened(make(Extract.Format.XML));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(text(files, "SQ_TA_901.xsd"))))
        .newValidator()
        .validate(new StreamSource(new StringReader(text(files, "SQ_TA_901.xml"))));
    assertThat(text(files, "SQ_TA_901.xml")).contains("table=\"SQ_TA_901\"", "<unitName>");
  }

  @Test
  void isNotMadeWhileTheServiceIsClosed() {
    catalogue.close(CODE, "暫停服務", ADMINISTRATOR);
    FileCase.refuses(
        ErrorCode.SERVICE_CLOSED,
        () -> {
          try {
            make(Extract.Format.CSV);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void isGrantedOnlyIfThePurposeSaysWhatTheServiceWantsOfIt() {
    ServiceCode strict = new ServiceCode("SQ_TA_903");
    publish(strict, PurposeRule.CASE_NUMBER);
    Ministry ministry = new Ministry(core);
    assertThat(ministry.grantFile(extract(CODE, Extract.Format.CSV), FileCase.REVIEWER).value())
        .startsWith("APFQ");
    // Its applications name no case number in the purpose.
    FileCase.refuses(
        ErrorCode.VALUE_INVALID,
        () -> ministry.grantFile(extract(strict, Extract.Format.CSV), FileCase.REVIEWER));
  }

  private Path make(Extract.Format format) throws IOException {
    return make(grant(format));
  }

  private Path make(Grant grant) throws IOException {
    Path file = Files.createTempFile(folder, "file", ".p7m");
    try (OutputStream out = Files.newOutputStream(file)) {
      maker.write("test", grant, recipient.certificate(), SealForm.GCM, out, watch());
    }
    return file;
  }

  private FileMaker.Watch watch() {
    return new FileMaker.Watch() {
      @Override
      public void read() {}

      @Override
      public void written(long rows) {}

      @Override
      public void person(String identityNumber) {
        persons.add(identityNumber);
      }
    };
  }

  private static Grant grant(Extract.Format format) {
    return grant(extract(CODE, format));
  }

  private static Grant grant(Extract extract) {
    return new Grant(
        1,
        new ApplicationNumber("APFQ11500001"),
        1,
        new AgencyCode("301000000A"),
        GrantStatus.ACTIVE,
        1,
        new ServicePeriod(DAY, DAY.plusYears(1)),
        List.of(),
        Quota.DEFAULT,
        Map.of(),
        extract);
  }

  private static Extract extract(ServiceCode code, Extract.Format format) {
    return new Extract(
        format,
        1L,
        List.of(
            new ExtractTable(code.value(), List.of("recordNo", "idNo", "unitName"), List.of())));
  }

  private Map<String, byte[]> opened(Path file) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in = new ByteArrayInputStream(recipient.open(file));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private int count(String query) {
    return requireNonNull(sql.queryForObject(query, Integer.class));
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(requireNonNull(files.get(name)), UTF_8);
  }
}
