package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The headers of an answer that a browser saves as a file. */
public final class SaveAs {

  private SaveAs() {}

  /**
   * For a file of this name, which may be Chinese (RFC 6266, RFC 8187).
   *
   * @param fileName without folders
   */
  public static HttpHeaders headers(String fileName, MediaType type) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(fileName, UTF_8).build());
    // It may hold what only this person may see.
    headers.setCacheControl(CacheControl.noStore());
    return headers;
  }
}
