package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.gov.mocs.hub.demo.DemoPki;

class CheckSourceCommandTest {

  @TempDir private Path folder = Path.of("");

  private record Result(int status, String output) {}

  @Test
  void namesWhatWasAlteredInTheSourceAndTheServicesThatItHarms() throws Exception {
    DemoPki pki = DemoPki.make(folder.resolve("pki"), Clock.systemUTC());
    Path settings = DemoSettings.write(folder, pki, DemoSettings.Ports.free());
    OwnRecords records = OwnRecords.make(folder);

    assertThat(run(settings))
        .isEqualTo(new Result(0, "14 tables compared, 0 of them harm a service."));

    records.execute("ALTER TABLE PERSONNEL.TA_DECORATION DROP COLUMN CERTIFICATE_NO");
    records.execute("ALTER TABLE PERSONNEL.TA_DECORATION ALTER COLUMN FULL_NAME VARCHAR(99)");
    records.execute("ALTER TABLE PERSONNEL.TA_NAME_CHANGE ADD NICKNAME VARCHAR(10)");
    Result altered = run(settings);
    assertThat(altered.status()).isEqualTo(1);
    assertThat(altered.output().lines())
        .containsExactly(
            "TA_DECORATION: MISSING CERTIFICATE_NO",
            "TA_DECORATION: RETYPED FULL_NAME CHARACTER VARYING(99)",
            "TA_DECORATION: harms SQ_TA_008",
            "TA_NAME_CHANGE: new NICKNAME CHARACTER VARYING(10)",
            "14 tables compared, 1 of them harm a service.");
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
