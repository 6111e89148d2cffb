package tw.gov.mocs.hub.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table that another program wrote. */
class ForeignSheetTest {

  @Test
  void isReadAsItStandsThere() throws Exception {
    Sheet sheet = new Sheet("機關", 2, 2);
    sheet.getRange(0, 0).setValue("機關代碼");
    sheet.getRange(0, 1).setValue("名稱");
    sheet.getRange(1, 0).setValue("A01");
    SpreadSheet all = new SpreadSheet();
    all.appendSheet(sheet);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    all.save(file);
    List<SheetRow> rows =
        SheetReader.read(SheetFormat.ODS, new ByteArrayInputStream(file.toByteArray()));
    assertThat(rows)
        .containsExactly(new SheetRow(1, List.of("機關代碼", "名稱")), new SheetRow(2, List.of("A01")));
  }
}
