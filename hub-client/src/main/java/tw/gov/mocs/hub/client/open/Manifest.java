package tw.gov.mocs.hub.client.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says that a file holds.
 *
 * @param delivery its number
 * @param application of which application
 * @param rows of all tables
 * @param files by their names
 */
record Manifest(String delivery, String application, long rows, Map<String, Listed> files) {

  /**
   * What it says of one file.
   *
   * @param rows null of a file that holds none
   */
  record Listed(String bytes, String sha256, @Nullable Long rows) {}

  /**
   * Reads it.
   *
   * @throws OpenException CONTENT_OTHER
   */
  static Manifest of(byte[] json) {
    try {
      Map<?, ?> all = (Map<?, ?>) Json.read(new String(json, UTF_8));
      Map<String, Listed> files = new LinkedHashMap<>();
      for (Object each : (List<?>) requireNonNull(all.get("files"), "files")) {
        Map<?, ?> file = (Map<?, ?>) each;
        Object rows = file.get("rows");
        files.put(
            text(file, "name"),
            new Listed(
                String.valueOf(file.get("bytes")),
                text(file, "sha256"),
                rows == null ? null : Long.valueOf(String.valueOf(rows))));
      }
      return new Manifest(
          text(all, "delivery"),
          text(all, "application"),
          Long.parseLong(String.valueOf(all.get("rows"))),
          files);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw new OpenException(OpenFailure.CONTENT_OTHER, e, UnpackedParts.MANIFEST);
    }
  }

  private static String text(Map<?, ?> object, String name) {
    return (String) requireNonNull(object.get(name), name);
  }

  /**
   * Compares it with what was unpacked.
   *
   * @throws OpenException CONTENT_OTHER, naming each file that differs
   */
  void require(List<UnpackedParts.Part> parts) {
    List<String> faults = new ArrayList<>();
    Map<String, Listed> missing = new LinkedHashMap<>(files);
    long counted = 0;
    for (UnpackedParts.Part part : parts) {
      counted += part.rows();
      Listed listed = missing.remove(part.name());
      if (listed == null
          || !listed.bytes().equals(Long.toString(part.bytes()))
          || !listed.sha256().equals(part.sha256())) {
        faults.add(part.name());
      } else if (listed.rows() != null && listed.rows() != part.rows()) {
        faults.add("%s: rows %d ≠ %d".formatted(part.name(), part.rows(), listed.rows()));
      }
    }
    faults.addAll(missing.keySet());
    if (faults.isEmpty() && counted != rows) {
      faults.add("rows %d ≠ %d".formatted(counted, rows));
    }
    if (!faults.isEmpty()) {
      throw new OpenException(OpenFailure.CONTENT_OTHER, String.join(", ", faults));
    }
  }
}
