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
import tw.gov.mocs.hub.application.ApplicationNumber;

/**
 * 介接模組 of one application: files by their path. The same grant, catalogue and settings give the
 * same zip, byte for byte.
 */
public final class IntegrationModule {

  /** Of every file: when a module was fetched must not show in it. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ApplicationNumber application;
  private final int version;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  IntegrationModule(ApplicationNumber application, int version) {
    this.application = application;
    this.version = version;
  }

  void add(String path, String text) {
    add(path, text.getBytes(UTF_8));
  }

  void add(String path, byte[] content) {
    if (files.put(path, content) != null) {
      throw new IllegalStateException("twice in a module: " + path);
    }
  }

  /** Under which name it is saved; names the version of the grant. */
  public String fileName() {
    return application + "-module-" + version + ".zip";
  }

  /** The version of the grant that it was made from. */
  public int grantVersion() {
    return version;
  }

  /** Writes it as a zip; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
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
