package tw.gov.mocs.hub.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

class VirusScannerTest {

  @TempDir private Path folder = Path.of("");

  private final FakeClamd clamd;

  VirusScannerTest() throws IOException {
    clamd = new FakeClamd();
  }

  @BeforeEach
  void listens() {
    assertThatCode(() -> scan(clamd.port(), "clean")).doesNotThrowAnyException();
  }

  @AfterEach
  void stop() throws IOException {
    clamd.close();
  }

  @Test
  void passesACleanFileOfSeveralChunks() {
    assertThatCode(() -> scan(clamd.port(), "a".repeat(100_000))).doesNotThrowAnyException();
  }

  @Test
  void refusesAnInfectedFile() {
    // Across two chunks.
    String infected = "a".repeat(16 * 1024 - 5) + FakeClamd.SIGNATURE;
    refuses(ErrorCode.FILE_INFECTED, clamd.port(), infected);
  }

  @Test
  void refusesWhatTheScannerFindsTooLarge() {
    refuses(ErrorCode.SCANNER_UNAVAILABLE, clamd.port(), "a".repeat(2_000_000));
  }

  @Test
  void refusesWhenNobodyListens() throws IOException {
    try (Socket bound = new Socket()) {
      // Taken, so that nobody else listens there meanwhile, but not listening.
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      refuses(ErrorCode.SCANNER_UNAVAILABLE, bound.getLocalPort(), "clean");
    }
  }

  @Test
  void refusesWhenTheScannerDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      refuses(ErrorCode.SCANNER_UNAVAILABLE, silent.getLocalPort(), "clean");
    }
  }

  @Test
  void scansNothingWithoutAScanner() {
    assertThatCode(() -> scan(null, clamd.port(), FakeClamd.SIGNATURE)).doesNotThrowAnyException();
  }

  private void refuses(ErrorCode code, int port, String content) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(() -> scan(port, content))
        .returns(code, HubException::code);
  }

  private void scan(int port, String content) throws IOException {
    scan("127.0.0.1", port, content);
  }

  private void scan(@Nullable String host, int port, String content) throws IOException {
    FileSettings settings =
        new FileSettings(folder, 1024, new FileSettings.ClamAv(host, port, Duration.ofSeconds(2)));
    new VirusScanner(settings).requireClean(Files.writeString(folder.resolve("a"), content));
  }
}
