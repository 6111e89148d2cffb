package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.gov.mocs.hub.app.ForeignClient.Result;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * Programs that others made call the demo from the contract that it publishes, and verify what it
 * signs. {@code ./hub test} installs them; one that is missing says so and fails.
 */
class InteropIT {

  private static RunningDemo demo;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    demo = RunningDemo.shared();
  }

  @ParameterizedTest
  @EnumSource
  void verifiesASignedAnswerAndASignedFault(ForeignClient client) throws Exception {
    Result result = client.run(demo.propertiesFile());
    assertThat(result.status()).as(result.output()).isZero();
    String code = ErrorCode.APPLICATION_NOT_USABLE.code();
    assertThat(result.findings())
        .hasSize(client.lines())
        .allMatch(line -> line.matches("OK (answer [1-9]\\d*|fault " + code + ")( .*)?"));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnAnswerThatSomebodyElseSigned(ForeignClient client, @TempDir Path folder)
      throws Exception {
    Properties wrong = demo.properties();
    wrong.put("hub.certificate", Path.of(wrong.getProperty("pki.dir"), "agency-b.crt").toString());
    Path file = folder.resolve("wrong.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      wrong.store(writer, null);
    }
    Result result = client.run(file);
    assertThat(result.status()).isNotZero();
    assertThat(result.findings()).isEmpty();
    assertThat(result.output()).contains(client.complaint());
  }
}
