package tw.gov.mocs.hub.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files by their path, as a zip. The same files give the same zip, byte for byte. */
final class Bundle {

  /** Of every file: when a bundle was fetched must not show in it. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  void add(String path, String text) {
    add(path, text.getBytes(UTF_8));
  }

  void add(String path, byte[] content) {
    if (files.put(path, content) != null) {
      throw new IllegalStateException("twice in a bundle: " + path);
    }
  }

  /** Writes it; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }
}
