package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is refused of a form with files before any of it is looked at, and that its sender reads
 * why.
 */
class UploadLimitIT {

  private static final String REPORT = "/incidents/new/123456789012345678";

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    agency = PortalClient.loggedIn(demo, "agency-a");
  }

  @Test
  void readsNothingOfAStranger() throws Exception {
    assertThat(answer(REPORT, 1_000_000, null)).startsWith("HTTP/1.1 303").contains("/login/ended");
  }

  @Test
  void readsNothingToAPageThatTakesNoFiles() throws Exception {
    assertThat(answer("/apply", 1_000_000, agency)).startsWith("HTTP/1.1 415").contains("此頁不接收檔案");
  }

  @Test
  void readsNothingThatIsMuchTooLargeAndSaysHowMuchIsTaken() throws Exception {
    assertThat(answer(REPORT, 30_000_000, agency))
        .startsWith("HTTP/1.1 413")
        .contains("每個檔案最多 10 MB");
  }

  @ParameterizedTest
  @CsvSource({"5000000, false, 登入", "30000000, true, 每個檔案最多 10 MB"})
  void tellsABrowserThatIsStillSending(int length, boolean loggedIn, String told) throws Exception {
    Path file = Files.write(folder.resolve("large.pdf"), new byte[length]);
    try (Browser browser = new Browser()) {
      Page page =
          browser.openWithoutScripts(
              agency, demo.property("portal.url") + "incidents/new", 1280, "zh-TW");
      page.setInputFiles("input[type=file]", file);
      if (!loggedIn) {
        page.context().clearCookies();
      }
      page.locator("main form button.primary").last().click();
      assertThat(Browser.main(page)).contains(told);
    }
  }

  /** To the head of a form of this length, without its body. */
  private static String answer(String path, int length, @Nullable PortalClient somebody)
      throws Exception {
    URI portal = URI.create(demo.property("portal.url"));
    String cookie =
        somebody == null
            ? ""
            : "Cookie: __Host-session=" + somebody.session().orElseThrow() + "\r\n";
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\n%sConnection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: %d\r\n\r\n";
    try (Socket socket =
        demo.trusting(null).getSocketFactory().createSocket(portal.getHost(), portal.getPort())) {
      // Less than the connector would wait for the body.
      socket.setSoTimeout(25_000);
      String sent = head.formatted(path, portal.getAuthority(), cookie, length);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return whole(socket);
    }
  }

  private static String whole(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
