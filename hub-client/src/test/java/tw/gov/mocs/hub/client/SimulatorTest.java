package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator on its port, and the client before it. */
class SimulatorTest {

  private static final List<String> SAID = Collections.synchronizedList(new ArrayList<>());

  private static SampleModule module;
  private static Simulator simulator;

  private CommandRun run;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    module = new SampleModule(folder, "https://localhost:1/exchange");
    simulator = simulator();
  }

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    run = new CommandRun(folder);
  }

  private static Simulator simulator() {
    return new Simulator(
        new ConfFile(module.connection()), "localhost", 0, Clock.systemUTC(), SAID::add);
  }

  @AfterAll
  static void end() {
    simulator.close();
  }

  @Test
  void isBelievedWhenItIsMeant() {
    assertThat(call("--simulator")).as(run.err()).isZero();
    assertThat(run.out()).contains("A123456788", "模擬");
    assertThat(SAID).contains("SQ_TA_001 3 rows");
  }

  @ParameterizedTest
  @CsvSource({"--port, 99999", "--port, -1", "--host, no such host"})
  void saysWhereItCannotListen(String option, String value) {
    assertThat(
            run.execute("simulator", "--connection", module.connection().toString(), option, value))
        .isEqualTo(2);
    assertThat(run.err()).contains(option, "「" + value + "」").doesNotContain("Exception");
  }

  @Test
  void saysOverTlsNothingOfAPlainWay() {
    String connection = module.folder().resolve("simulator/connection.conf").toString();
    assertThat(run.execute("check", "--simulator", "--connection", connection))
        .as(run.err())
        .isZero();
    assertThat(run.out()).contains("All is well").doesNotContain("! ");
  }

  @Test
  void isRefusedWhenItIsNotMeant() {
    assertThat(call()).isEqualTo(3);
    assertThat(run.err()).contains("回應來自模擬器", "A simulator answered");
    assertThat(run.out()).doesNotContain("模擬");
  }

  @Test
  void isTheOnlyOneWhoIsBelievedWhenItIsMeant() throws Exception {
    assertThat(run.call(CommandRun::rows, "SQ_TA_001", "--as", "agency-a", "--simulator"))
        .isEqualTo(3);
  }

  @Test
  void passesTheConnectionTest() {
    String connection = module.folder().resolve(SimulatorFiles.CONNECTION).toString();
    assertThat(run.execute("check", "--connection", connection, "--simulator"))
        .as(run.err())
        .isZero();
    assertThat(run.out()).contains("✓ 授權 grant: APSQ11500001", "全部正常 All is well.");
  }

  @Test
  void keepsItsKey() throws Exception {
    byte[] key = Files.readAllBytes(module.folder().resolve("simulator/simulator.p12"));
    simulator.close();
    simulator = simulator();
    assertThat(module.folder().resolve("simulator/simulator.p12")).hasBinaryContent(key);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itsKeyIsReadByItsOwnerAlone() throws Exception {
    Path key = module.folder().resolve("simulator/simulator.p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  private int call(String... more) {
    List<String> all =
        new ArrayList<>(List.of("call", "SQ_TA_001", "--purpose", "測試", "--id-no", "A123456788"));
    all.add("--connection");
    all.add(module.folder().resolve(SimulatorFiles.CONNECTION).toString());
    all.addAll(List.of(more));
    return run.execute(all.toArray(String[]::new));
  }
}
