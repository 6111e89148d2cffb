package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.InitialCatalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;

class FieldSheetTest {

  private static final CatalogueSnapshot CATALOGUE = InitialCatalogue.snapshot();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Test
  void describesEveryFieldOfAService() throws IOException {
    ExchangeService service = service("SQ_TA_003");
    Map<String, CSVRecord> rows = rows(service);
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            service.fields().stream().map(Field::xmlName).toList());
    Map<String, String> idNo = requireNonNull(rows.get("idNo")).toMap();
    assertThat(idNo)
        .containsEntry("中文名稱 Chinese label", "身分證統一編號")
        .containsEntry("型別 Type", "文字 string")
        .containsEntry("長度 Length", "10")
        .containsEntry("資料分類 Data class", "識別資料 identifier")
        .containsEntry("可回傳 Returned", "是 yes")
        .containsEntry("可查詢 Searchable", "等於 equals");
  }

  @Test
  void listsShortCodesAndPointsToLongOnes() throws IOException {
    int listed = 0;
    for (ExchangeService service : CATALOGUE.open()) {
      Map<String, CSVRecord> rows = rows(service);
      for (Field field : service.fields()) {
        if (field.codeType() != null) {
          CodeList list = requireNonNull(CATALOGUE.codeLists().get(field.codeType()));
          CSVRecord row = requireNonNull(rows.get(field.xmlName()));
          assertThat(row.get("代碼檔 Code list")).startsWith(field.codeType() + " ");
          boolean isShort = valid(list) <= FieldSheet.SHOWN_CODES;
          assertThat(row.get("代碼 Codes"))
              .contains(isShort ? list.entries().get(0).name() : "見 SQ_COM_01");
          listed++;
        }
      }
    }
    assertThat(listed).isPositive();
  }

  @Test
  void putsAllOpenServicesIntoOneFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFormat.ODS.write(FieldSheet.ofOpenServices(CATALOGUE, TODAY), out);
    SpreadSheet read = new SpreadSheet(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.getSheets())
        .extracting(com.github.miachm.sods.Sheet::getName)
        .containsExactlyElementsOf(
            CATALOGUE.open().stream()
                .map(service -> service.code() + " " + service.name())
                .toList());
    List<Integer> rows = read.getSheets().stream().map(one -> one.getMaxRows() - 1).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            CATALOGUE.open().stream().map(service -> service.fields().size()).toList());
  }

  private static long valid(CodeList list) {
    return list.entries().stream().filter(entry -> entry.isValidOn(TODAY)).count();
  }

  private static ExchangeService service(String code) {
    return CATALOGUE.find(new ServiceCode(code)).orElseThrow();
  }

  private static Map<String, CSVRecord> rows(ExchangeService service) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFormat.CSV.write(FieldSheet.of(service, CATALOGUE, TODAY), out);
    String text = out.toString(UTF_8).substring(1);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return CSVParser.parse(text, format).stream()
        .collect(Collectors.toMap(row -> row.get("元素名稱 Element"), Function.identity()));
  }
}
