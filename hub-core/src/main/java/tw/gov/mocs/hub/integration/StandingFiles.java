package tw.gov.mocs.hub.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is the same in every module: the client, its scripts, and the examples. */
final class StandingFiles {

  private static final String FOLDER = "tw/gov/mocs/hub/integration/module/";

  private StandingFiles() {}

  /** The files by their path in the module. */
  static SortedMap<String, byte[]> read() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      // The client's jar comes from another jar than the rest.
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**")) {
        String url = file.getURL().toString();
        if (!url.endsWith("/") && file.isReadable()) {
          String path = url.substring(url.lastIndexOf(FOLDER) + FOLDER.length());
          files.putIfAbsent(path, file.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
