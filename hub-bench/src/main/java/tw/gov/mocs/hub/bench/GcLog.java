package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The collections of a process, as its JVM logs them: {@code Pause Young … 78M->20M(247M) 8ms}. */
final class GcLog {

  private static final Pattern COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

  private final Path file;
  private int read;

  GcLog(Path file) {
    this.file = file;
  }

  /** The most that was left after one of the new collections, in MB; 0 if there was none. */
  int peak() throws IOException {
    List<String> lines = Files.readAllLines(file);
    int peak = 0;
    for (String line : lines.subList(read, lines.size())) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        peak = Math.max(peak, Integer.parseInt(collection.group(1)));
      }
    }
    read = lines.size();
    return peak;
  }
}
