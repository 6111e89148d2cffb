package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What a running demo writes down for programs: where it is and whose keys lie where. */
final class DemoFile {

  private static final String AGENCY_A = "agency-a";

  private final Path file;
  private final Properties properties = new Properties();

  DemoFile(Path file) {
    this.file = file;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new HubCallException(Failure.DEMO_MISSING, e, file);
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }

  String get(String key) {
    return find(key).orElseThrow(() -> new HubCallException(Failure.SETTING_MISSING, key, file));
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(properties.getProperty(key));
  }

  /** The words of a value; none if it is absent. */
  List<String> words(String key) {
    return find(key).map(value -> List.of(value.split(" "))).orElse(List.of());
  }

  /**
   * The application that a caller names: its own; that of the agency with whose name its own begins
   * ({@code agency-a-revoked}); for a stranger that of agency A, to see the refusal.
   */
  String application(String caller) {
    for (String name = caller; !name.isEmpty(); name = shorter(name)) {
      Optional<String> found = find("application." + name);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return get("application." + AGENCY_A);
  }

  private static String shorter(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('-')));
  }

  /** A file of the demo's PKI, for example {@code agency-a.crt}. */
  Path pki(String name) {
    return path(get("pki.dir")).resolve(name);
  }

  /**
   * Requires the name of one of the demo's callers, whether or not the hub serves it.
   *
   * @throws HubCallException OPTION_INVALID, which lists them
   */
  void requireCaller(String name) {
    List<String> callers = List.of(get("callers").split(" "));
    if (!callers.contains(name)) {
      throw new HubCallException(Failure.OPTION_INVALID, "--as", name, String.join(" | ", callers));
    }
  }

  Path path(String written) {
    Path path = Path.of(written);
    // A relative path is meant from where the demo was started; else from beside the file.
    return path.isAbsolute() || Files.exists(path) ? path : file.resolveSibling(path);
  }
}
