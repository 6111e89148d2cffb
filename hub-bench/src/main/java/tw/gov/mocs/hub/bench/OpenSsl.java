package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** AES-256-GCM by OpenSSL: {@code openssl cms} encrypts a file to a certificate, as a stream. */
final class OpenSsl {

  private OpenSsl() {}

  /** How long it takes for this file; the result is deleted. */
  static Duration encrypt(Path file, Path certificate) throws IOException {
    Path sealed = file.resolveSibling(file.getFileName() + ".cms");
    long began = System.nanoTime();
    try {
      run(
          List.of(
              "openssl",
              "cms",
              "-encrypt",
              "-stream",
              "-binary",
              "-aes-256-gcm",
              "-outform",
              "DER",
              "-in",
              file.toString(),
              "-out",
              sealed.toString(),
              certificate.toString()));
      return Duration.ofNanos(System.nanoTime() - began);
    } finally {
      Files.deleteIfExists(sealed);
    }
  }

  static String version() throws IOException {
    return run(List.of("openssl", "version")).strip();
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + said);
      }
      return said;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
