package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tw.gov.mocs.hub.client.open.OpenMain;
import tw.gov.mocs.hub.demo.DemoPki;

/**
 * What the decryption program did, in a process of its own.
 *
 * @param time from its start to its end
 * @param heap the most that was left of the heap after a collection, in MB
 * @param content the folder with what the file held
 */
record Opening(Duration time, int heap, Path content) {

  /** Opens a file of agency A. */
  static Opening of(Path file, DemoPki pki, Path folder) throws IOException {
    Path log = Files.createTempFile(folder, "open", ".gc");
    Path said = Files.createTempFile(folder, "open", ".log");
    Path hub = folder.resolve("hub-authorities.pem");
    Files.writeString(
        hub, Files.readString(pki.delivery().certificate()) + Files.readString(pki.root()));
    Path to = Files.createTempDirectory(folder, "opened");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + FileMaker.HEAP,
            "-XX:+UseSerialGC",
            "-Xlog:gc:file=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            OpenMain.class.getName(),
            file.toString(),
            "--hub",
            hub.toString(),
            "--key",
            pki.agencyAEncryption().key().toString(),
            "--cert",
            pki.agencyAEncryption().certificate().toString(),
            "--to",
            to.toString());
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    process.getOutputStream().close();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the decryption program: " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return new Opening(
        Duration.ofNanos(System.nanoTime() - began), new GcLog(log).peak(), content(to, file));
  }

  private static Path content(Path to, Path file) {
    return to.resolve(file.getFileName().toString().replace(".p7m", ""));
  }
}
