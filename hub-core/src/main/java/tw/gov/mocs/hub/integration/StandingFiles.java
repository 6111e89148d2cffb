package tw.gov.mocs.hub.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is the same in everything of a kind that is given out: programs, scripts, examples. */
final class StandingFiles {

  private static final String FOLDER = "tw/gov/mocs/hub/integration/";

  private StandingFiles() {}

  /**
   * The files by their path.
   *
   * @param kind the folder that they stand in: module, open
   */
  static SortedMap<String, byte[]> read(String kind) {
    String folder = FOLDER + kind + "/";
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      // The program's jar comes from another jar than the rest.
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**")) {
        String url = file.getURL().toString();
        if (!url.endsWith("/") && file.isReadable()) {
          String path = url.substring(url.lastIndexOf(folder) + folder.length());
          files.putIfAbsent(path, file.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
