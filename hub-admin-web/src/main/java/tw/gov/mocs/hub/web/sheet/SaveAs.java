package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;

/** Answers that a browser saves as a file, and never shows. */
public final class SaveAs {

  private SaveAs() {}

  /** A stored file under its own name and type; it is streamed, and closed at its end. */
  public static ResponseEntity<InputStreamResource> answer(OpenFile open) {
    StoredFile file = open.file();
    return ResponseEntity.ok()
        .headers(headers(file.name().value(), MediaType.parseMediaType(file.type().mediaType())))
        .contentLength(file.size())
        .body(new InputStreamResource(open.content()));
  }

  /** A file that was just made; as {@link #headers}. */
  public static ResponseEntity<byte[]> answer(byte[] content, String fileName, MediaType type) {
    return ResponseEntity.ok().headers(headers(fileName, type)).body(content);
  }

  /**
   * The headers for a file of this name, which may be Chinese (RFC 6266, RFC 8187).
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
