package tw.gov.mocs.hub.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;

/** 欄位說明: what stands in each column of the rows, as CSV for people (with a byte order mark). */
final class FieldList {

  private FieldList() {}

  static String of(List<ExtractParts.Table> tables) throws IOException {
    StringBuilder text = new StringBuilder("\uFEFF");
    CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
    printer.printRecord(
        "資料表或服務 table or service",
        "名稱",
        "欄位 field",
        "欄位名稱",
        "label",
        "型態 type",
        "長度 length",
        "小數 scale",
        "代碼表 code list",
        "類別 class",
        "說明 remark");
    for (ExtractParts.Table table : tables) {
      for (Field field : table.fields()) {
        printer.printRecord(
            table.table().name(),
            table.table().label(),
            field.xmlName(),
            field.label(),
            field.labelEn(),
            field.type(),
            shown(field.length()),
            shown(field.scale()),
            shown(field.codeType()),
            field.dataClass(),
            shown(field.description()));
      }
    }
    return text.toString();
  }

  private static String shown(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
