package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Asks a ClamAV daemon, where one is configured, about an upload (clamd(8), INSTREAM). What it does
 * not clearly call clean is not stored.
 */
@Component
class VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
  private static final int CHUNK = 16 * 1024;
  private static final int MAX_ANSWER = 4 * 1024;

  private final FileSettings.ClamAv daemon;

  VirusScanner(FileSettings settings) {
    daemon = settings.clamav();
  }

  /**
   * Passes a clean content, and every content where no daemon is configured.
   *
   * @throws HubException FILE_INFECTED, or SCANNER_UNAVAILABLE
   */
  void requireClean(Path content) {
    String host = daemon.host();
    if (host == null || host.isBlank()) {
      return;
    }
    String answer;
    try {
      answer = ask(host, content);
    } catch (IOException e) {
      throw new HubException(ErrorCode.SCANNER_UNAVAILABLE, "the scanner does not answer", e);
    }
    if (answer.endsWith(" FOUND")) {
      LOG.warn("an upload was refused: {}", answer);
      throw new HubException(ErrorCode.FILE_INFECTED, answer);
    }
    if (!answer.equals("stream: OK")) {
      throw new HubException(ErrorCode.SCANNER_UNAVAILABLE, "the scanner answers: " + answer);
    }
  }

  private String ask(String host, Path content) throws IOException {
    int millis = Math.toIntExact(daemon.timeout().toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, daemon.port()), millis);
      socket.setSoTimeout(millis);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write("zINSTREAM\0".getBytes(US_ASCII));
      try (InputStream in = Files.newInputStream(content)) {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
          out.writeInt(read);
          out.write(chunk, 0, read);
        }
      }
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  /** Up to the NUL that ends it; an answer without one was cut off. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int b = in.read(); b != 0; b = in.read()) {
      if (b < 0 || text.length() == MAX_ANSWER) {
        throw new IOException("an answer without an end");
      }
      text.append((char) b);
    }
    return text.toString();
  }
}
