package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
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
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.Digests;

/** A delivered file as its agency opens it, with OpenSSL, on every database. */
@OnEveryDatabase
class FileMakerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final FileMaker maker;
  private final JdbcTemplate sql;
  private final Recipient recipient = Recipient.make();
  private final List<String> persons = new ArrayList<>();

  @TempDir private Path folder = Path.of("");

  FileMakerTest(TestDatabase database) {
    ApplicationContext core = CoreWithRecords.shared(database);
    maker = core.getBean(FileMaker.class);
    sql = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
  }

  @Test
  void holdsWhatWasGrantedAndNothingElse() throws Exception {
    Map<String, byte[]> files = opened(make(SealForm.GCM, csv(List.of())));
    assertThat(files)
        .containsOnlyKeys("TA_PERFORMANCE_APPRAISAL.csv", "fields.csv", "manifest.json");
    String[] lines = text(files, "TA_PERFORMANCE_APPRAISAL.csv").split("\r\n");
    assertThat(lines[0]).isEqualTo("recordNo,idNo");
    assertThat(lines).hasSize(1 + count("TA_PERFORMANCE_APPRAISAL"));
    assertThat(lines[1]).matches("[^,]+,[A-Z][0-9]{9}");
    assertThat(text(files, "fields.csv"))
        .contains("TA_PERFORMANCE_APPRAISAL", "idNo", "IDENTIFIER")
        .doesNotContain("fullName");
  }

  @Test
  void tellsItsPersons() throws Exception {
    make(SealForm.GCM, csv(List.of()));
    assertThat(persons).contains(SampleRecords.sampleIdNo());
  }

  @Test
  void itsManifestNamesEveryFileWithItsDigest() throws Exception {
    Map<String, byte[]> files = opened(make(SealForm.GCM, csv(List.of())));
    String manifest = text(files, "manifest.json");
    assertThat(manifest)
        .contains("\"application\": \"APFQ11500001\"", "\"delivery\": \"test\"")
        .contains("\"rows\": " + count("TA_PERFORMANCE_APPRAISAL"))
        .containsPattern(
            "\"TA_PERFORMANCE_APPRAISAL.csv\"[^}]*\"rows\": " + count("TA_PERFORMANCE_APPRAISAL"))
        .doesNotContainPattern("\"fields.csv\"[^}]*\"rows\"");
    for (String name : List.of("TA_PERFORMANCE_APPRAISAL.csv", "fields.csv")) {
      assertThat(manifest).contains("\"sha256\": \"" + hex(requireNonNull(files.get(name))) + "\"");
    }
  }

  @Test
  void opensInTheOlderForm() throws Exception {
    assertThat(opened(make(SealForm.CBC, csv(List.of())))).containsKey("manifest.json");
  }

  @Test
  void followsItsSchemaAsXml() throws Exception {
    Extract extract =
        new Extract(
            Extract.Format.XML,
            null,
            List.of(table("MA_RETIREMENT", List.of("recordNo", "idNo", "fullName"), List.of())));
    Map<String, byte[]> files = opened(make(SealForm.GCM, extract));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(text(files, "MA_RETIREMENT.xsd"))))
        .newValidator()
        .validate(new StreamSource(new StringReader(text(files, "MA_RETIREMENT.xml"))));
    assertThat(text(files, "MA_RETIREMENT.xml").split("<row>")).hasSize(1 + count("MA_RETIREMENT"));
  }

  @Test
  void holdsOnlyTheRowsOfItsCondition() throws Exception {
    RowCondition own =
        new RowCondition("idNo", RowCondition.Operator.EQUAL, List.of(SampleRecords.sampleIdNo()));
    Map<String, byte[]> files = opened(make(SealForm.GCM, csv(List.of(own))));
    assertThat(text(files, "TA_PERFORMANCE_APPRAISAL.csv").split("\r\n"))
        .hasSizeGreaterThan(1)
        .filteredOn(line -> !line.startsWith("recordNo"))
        .allMatch(line -> line.endsWith(SampleRecords.sampleIdNo()));
  }

  @Test
  void doesNotOpenWithAnotherKeyOrAByteChanged() throws Exception {
    Path file = make(SealForm.GCM, csv(List.of()));
    assertThatThrownBy(() -> Recipient.make().open(file)).isInstanceOf(IOException.class);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> recipient.open(file)).isInstanceOf(IOException.class);
  }

  private Path make(SealForm form, Extract extract) throws IOException {
    Path file = Files.createTempFile(folder, "file", ".p7m");
    try (OutputStream out = Files.newOutputStream(file)) {
      FileMaker.Contents contents =
          maker.write("test", grant(extract), recipient.certificate(), form, out, watch());
      assertThat(contents.asOf()).isBeforeOrEqualTo(Instant.now());
    }
    return file;
  }

  private Map<String, byte[]> opened(Path file) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in = new ByteArrayInputStream(recipient.open(file));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
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

  private static Extract csv(List<RowCondition> conditions) {
    return new Extract(
        Extract.Format.CSV,
        null,
        List.of(table("TA_PERFORMANCE_APPRAISAL", List.of("recordNo", "idNo"), conditions)));
  }

  private static ExtractTable table(
      String name, List<String> fields, List<RowCondition> conditions) {
    return new ExtractTable(name, fields, conditions);
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

  private int count(String table) {
    Integer rows = sql.queryForObject("SELECT COUNT(*) FROM personnel." + table, Integer.class);
    return rows == null ? 0 : rows;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(requireNonNull(files.get(name)), UTF_8);
  }

  private static String hex(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256(content));
  }
}
