package tw.gov.mocs.hub.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A sandbox shares nothing with a hub: it takes no settings that name a database, a source, keys or
 * whom to trust, and a hub takes no settings of a sandbox.
 */
final class SandboxFaults {

  private static final ConfigurationPropertyName SANDBOX =
      ConfigurationPropertyName.of("hub.sandbox");

  /** What every sandbox makes for itself. */
  private static final List<ConfigurationPropertyName> ITS_OWN =
      Stream.of(
              "hub.database",
              "hub.source",
              "hub.trust",
              "hub.audit",
              "hub.receipt",
              "hub.delivery",
              "hub.file.folder",
              "hub.notice",
              "hub.application",
              "hub.exchange.token-key",
              "hub.exchange.past-token-keys",
              "hub.integration.signing-certificate",
              "hub.integration.next-signing-certificate",
              "hub.ws.signing-certificate",
              "hub.ws.signing-key",
              "hub.ws.spool-folder",
              "hub.web.sandbox")
          .map(ConfigurationPropertyName::of)
          .toList();

  private SandboxFaults() {}

  /**
   * Passes for the settings of a sandbox.
   *
   * @throws FaultySettings with every fault
   */
  static void require(ConfigurableEnvironment environment) {
    Stream<String> foreign =
        given(environment, ITS_OWN)
            .map(name -> name + ": 測試環境自備此項，不得與正式平臺共用，請刪除 · a sandbox makes its own; take it out");
    Stream<String> missing =
        environment.containsProperty("hub.sandbox.folder")
            ? Stream.empty()
            : Stream.of(
                "hub.sandbox.folder: 未設定；測試環境須有自己的資料夾 · is missing; a sandbox needs a folder");
    FaultySettings.requireNone(Stream.concat(foreign, missing).toList());
  }

  /** What a hub is not to be started with. */
  static List<String> ofHub(ConfigurableEnvironment environment) {
    Stream<String> sandbox =
        given(environment, List.of(SANDBOX))
            .map(
                name -> name + ": 這是測試環境的設定，請以 serve --sandbox 啟動 · of a sandbox: serve --sandbox");
    Stream<String> marked =
        MarkedCertificates.in(environment)
            .map(
                name ->
                    name + ": 含有測試環境或示範的憑證，正式平臺不得使用 · holds a certificate of a sandbox or demo");
    return Stream.concat(sandbox, marked).toList();
  }

  private static Stream<String> given(
      ConfigurableEnvironment environment, List<ConfigurationPropertyName> places) {
    Set<String> names = new TreeSet<>();
    ConfigurationPropertySources.from(environment.getPropertySources())
        .forEach(
            source -> {
              if (source instanceof IterableConfigurationPropertySource known) {
                known.stream()
                    .filter(
                        name ->
                            places.stream()
                                .anyMatch(place -> place.equals(name) || place.isAncestorOf(name)))
                    .forEach(name -> names.add(name.toString()));
              }
            });
    return names.stream();
  }
}
