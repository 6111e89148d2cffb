package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsFaultsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void listsEveryFaultAtOnce() throws IOException {
    assertThat(
            faults(
                """
                hub.database.pool-size=1
                hub.web.port=99999
                hub.web.tls-key=/nowhere/tls.key
                """))
        .anyMatch(fault -> fault.startsWith("hub.database.url: "))
        .anyMatch(fault -> fault.startsWith("hub.database.pool-size: "))
        .anyMatch(fault -> fault.startsWith("hub.web.port: "))
        .anyMatch(fault -> fault.startsWith("hub.web.tls-key: 檔案 /nowhere/tls.key："));
  }

  @Test
  void namesAMisspeltSetting() throws IOException {
    assertThat(faults("hub.database.poolsizes=4\n"))
        .contains("hub.database.poolsizes: 沒有這個設定 · there is no such setting");
  }

  @Test
  void takesWhatIsNoNumberForAFault() throws IOException {
    assertThat(faults("hub.web.port=eight\n")).anyMatch(fault -> fault.contains("hub.web.port"));
  }

  @Test
  void demandsNothingOfARoleThatIsNotServed() throws IOException {
    assertThat(faults("hub.ws.tls-key=/nowhere/tls.key\nhub.ws.http.threads=0\n"))
        .isNotEmpty()
        .noneMatch(fault -> fault.startsWith("hub.ws"));
  }

  @Test
  void readsWhatIsGivenForAnyRole() throws IOException {
    assertThat(faults("hub.ws.port=eight\n")).anyMatch(fault -> fault.startsWith("hub.ws.port: "));
  }

  @Test
  void namesTheListThatIsMissing() throws IOException {
    assertThat(faults(""))
        .contains(
            "hub.audit.identity-hash-keys: 未設定 · is missing",
            "hub.audit.evidence-keys: 未設定 · is missing");
  }

  @Test
  void namesAMisspeltVariableOfTheEnvironment() throws IOException {
    Map<String, Object> variables =
        Map.of(
            "HUB_WS_PROT", "8445",
            "HUB_WS_PORT", "8445",
            "HUB_DATABASE_POOLSIZE", "20",
            "HUB_TRUST_REVOCATION_0_CRL", "file:/crl",
            "HUB_JAVA_OPTS", "-Xmx1g");
    assertThat(faults("", variables))
        .filteredOn(fault -> fault.startsWith("HUB_"))
        .containsExactly(
            "HUB_WS_PROT: 沒有這個設定；這是一個環境變數，請取消設定（unset） · there is no such setting;"
                + " unset this variable of the environment");
  }

  private List<String> faults(String text) throws IOException {
    return faults(text, Map.of());
  }

  private List<String> faults(String text, Map<String, Object> variables) throws IOException {
    Path file = Files.writeString(folder.resolve("hub.properties"), text);
    ConfigurableEnvironment environment = Settings.of(file, Map.of());
    String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(source, new SystemEnvironmentPropertySource(source, variables));
    return SettingsFaults.of(environment, Set.of(Role.WEB));
  }
}
