package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an integration module: lines {@code name = value}, and comments that begin with #.
 * Nothing is escaped, so that Windows paths are written as they are.
 */
final class ConfFile {

  private final Path file;
  private final Map<String, String> values = new LinkedHashMap<>();

  ConfFile(Path file) {
    this.file = file;
    try {
      Files.readAllLines(file).forEach(this::line);
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }

  private void line(String line) {
    int equals = line.indexOf('=');
    if (equals > 0 && !line.startsWith("#")) {
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  /** A value that is given and not empty. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String get(String name) {
    return find(name).orElseThrow(() -> lacks(name));
  }

  /** What is said of a value that it must hold and does not. */
  HubCallException lacks(String name) {
    return new HubCallException(Failure.SETTING_MISSING, name, file);
  }

  int number(String name) {
    try {
      return Integer.parseInt(get(name));
    } catch (NumberFormatException e) {
      throw wrong(name, e);
    }
  }

  private HubCallException wrong(String name, RuntimeException why) {
    return new HubCallException(Failure.OPTION_INVALID, why, name, get(name), file);
  }

  /** The words of a value; none if it is absent. */
  List<String> words(String name) {
    return find(name).map(value -> List.of(value.split(" +"))).orElse(List.of());
  }

  /** A file that it names, from where it stands. */
  @Nullable Path path(String name) {
    try {
      return find(name).map(file.toAbsolutePath()::resolveSibling).orElse(null);
    } catch (InvalidPathException e) {
      throw wrong(name, e);
    }
  }

  Path requirePath(String name) {
    Path path = path(name);
    if (path == null) {
      throw lacks(name);
    }
    return path;
  }

  /** The folder that it stands in. */
  Path folder() {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }
}
