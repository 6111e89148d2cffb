package tw.gov.mocs.hub.web.overview;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk under a folder of this node.
 *
 * @param key of what stands in the folder, in the messages
 * @param free bytes that can still be written
 * @param total bytes of the whole disk
 */
public record Disk(String key, long free, long total) {

  /** With less free, of a hundred, it is said to be tight. */
  static final int TIGHT = 10;

  /** None where the folder cannot be looked at. */
  static Optional<Disk> under(String key, Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return Optional.of(new Disk(key, store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What is free, of a hundred. */
  public long percent() {
    return total == 0 ? 0 : free * 100 / total;
  }

  /** Whether less than {@value #TIGHT} of a hundred is free. */
  public boolean isTight() {
    return percent() < TIGHT;
  }
}
