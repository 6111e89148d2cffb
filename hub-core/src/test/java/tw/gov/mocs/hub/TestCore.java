package tw.gov.mocs.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.database.TestDatabase;

/** The whole core as it runs in production, on a database of the tests. */
public final class TestCore {

  private static final Map<List<Object>, ConfigurableApplicationContext> SHARED =
      new ConcurrentHashMap<>();

  private static final Path FILES = temporaryFolder();

  private TestCore() {}

  /** The core on this database that all tests of this JVM share: use data of your own. */
  public static ConfigurableApplicationContext shared(TestDatabase database) {
    return shared(database, "");
  }

  /** The same for some of the tests, whose data would make the work of all others long. */
  public static ConfigurableApplicationContext shared(TestDatabase database, String some) {
    return SHARED.computeIfAbsent(List.of(database, some), fresh -> start(database, Map.of()));
  }

  /**
   * A core of one's own on a fresh database; the caller closes it.
   *
   * @param settings override the defaults of the tests
   * @param more further configuration classes, for example one that replaces the clock
   */
  public static ConfigurableApplicationContext start(
      TestDatabase database, Map<String, String> settings, Class<?>... more) {
    Map<String, Object> all = new HashMap<>(database.fresh());
    all.put("hub.database.pool-size", "8");
    all.put("hub.source.pool-size", "4");
    all.put("logging.level.root", "WARN");
    // The tests of letters say so themselves.
    all.put("hub.application.letter-required", "false");
    all.put("hub.exchange.token-key", secretKey().toString());
    all.putAll(LogKeys.settings());
    all.putAll(TestPki.shared().signing());
    if (settings.keySet().stream().noneMatch(name -> name.startsWith("hub.trust."))) {
      all.putAll(TestPki.shared().settings());
    }
    all.putAll(settings);
    String files = fileFolder(String.valueOf(all.get("hub.database.url")));
    all.putIfAbsent("hub.file.folder", files);
    all.putIfAbsent("hub.delivery.folder", files + "-deliveries");
    return new SpringApplicationBuilder(CoreConfiguration.class)
        .sources(more)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        // At the end of a JVM of tests its databases end too: to close in order would wait for
        // them.
        .registerShutdownHook(false)
        .properties(all)
        .run();
  }

  /** One for each database: a core that is started again finds its own. */
  private static String fileFolder(String url) {
    return FILES.resolve(Integer.toHexString(url.hashCode())).toString();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hub-files");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file with a fresh secret key that nobody else can read. */
  static Path secretKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      Path file = Files.createTempFile("hub-test", ".key");
      file.toFile().deleteOnExit();
      return Files.writeString(file, HexFormat.of().formatHex(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
