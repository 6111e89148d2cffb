package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What a running demo writes down for programs: where it is and whose keys lie where. */
final class DemoFile {

  private final Path file;
  private final Properties properties = new Properties();

  DemoFile(Path file) {
    this.file = file;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new HubCallException(Failure.FILE_UNREADABLE, e, file, e.getClass().getSimpleName());
    }
  }

  String get(String key) {
    return find(key)
        .orElseThrow(() -> new HubCallException(Failure.OPTION_MISSING, key + " (" + file + ")"));
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(properties.getProperty(key));
  }

  /** A file of the demo's PKI, for example {@code agency-a.key}. */
  Path pki(String name) {
    return path(get("pki.dir")).resolve(name);
  }

  Path path(String written) {
    Path path = Path.of(written);
    // A relative path is meant from where the demo was started; else from beside the file.
    return path.isAbsolute() || Files.exists(path) ? path : file.resolveSibling(path);
  }
}
