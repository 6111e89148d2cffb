package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;

class CheckSourceCommandTest {

  private static final String WHOLE =
      "已比對 14 個資料表：0 個使呼叫失敗，0 個可能使呼叫失敗。" + " 14 tables compared: 0 fail calls, 0 may fail calls.";

  @TempDir private Path folder = Path.of("");

  private record Result(int status, String output) {}

  @Test
  void namesWhatWasAlteredInTheSourceAndTheServicesThatItHarms() throws Exception {
    DemoPki pki = SharedPki.in(folder.resolve("pki"));
    Path settings = DemoSettings.write(folder, pki, DemoSettings.Ports.free());
    OwnRecords records = OwnRecords.make(folder);

    assertThat(run(settings)).isEqualTo(new Result(0, WHOLE));

    records.execute("ALTER TABLE PERSONNEL.TA_DECORATION DROP COLUMN CERTIFICATE_NO");
    records.execute(
        "ALTER TABLE PERSONNEL.TA_MODEL_CIVIL_SERVANT ALTER COLUMN FULL_NAME VARCHAR(99)");
    records.execute("ALTER TABLE PERSONNEL.TA_NAME_CHANGE ADD NICKNAME VARCHAR(10)");
    Result altered = run(settings);
    assertThat(altered.status()).isEqualTo(1);
    assertThat(altered.output().lines())
        .containsExactly(
            "TA_DECORATION: 來源已無此欄位 MISSING CERTIFICATE_NO",
            "TA_DECORATION: 呼叫失敗 CALLS FAIL SQ_TA_008",
            "TA_MODEL_CIVIL_SERVANT: 型別已變更 RETYPED FULL_NAME fullName: STRING(60) → STRING(99)",
            "TA_MODEL_CIVIL_SERVANT: 呼叫可能失敗 calls may fail SQ_TA_007",
            "TA_NAME_CHANGE: 新欄位 new NICKNAME STRING(10)",
            "已比對 14 個資料表：1 個使呼叫失敗，1 個可能使呼叫失敗。"
                + " 14 tables compared: 1 fail calls, 1 may fail calls.");
  }

  private static Result run(Path settings) {
    StringWriter text = new StringWriter();
    CommandLine line = HubMain.commandLine();
    line.setOut(new PrintWriter(text, true));
    line.setErr(new PrintWriter(text, true));
    int status = line.execute("check-source", "--config", settings.toString());
    return new Result(status, text.toString().strip());
  }
}
