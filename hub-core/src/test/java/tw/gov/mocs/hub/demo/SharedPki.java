package tw.gov.mocs.hub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The PKI of a demo for all tests of a JVM that need one and none of their own: keys take long. */
public final class SharedPki {

  private static final Path MADE = make();

  private SharedPki() {}

  /** Puts a copy of it into a folder. */
  public static DemoPki in(Path folder) {
    try (Stream<Path> files = Files.list(MADE)) {
      Files.createDirectories(folder);
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DemoPki.at(folder);
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("hub-demo-pki");
      folder.toFile().deleteOnExit();
      DemoPki.make(folder, Clock.systemUTC());
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
