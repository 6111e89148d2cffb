package tw.gov.mocs.hub.web.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;

/** Answers that a browser saves as a file, and never shows. */
public final class SaveAs {

  /** What needs no quoting in a header, whoever reads it. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

  private static final Pattern BEGIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");

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

  /** The same for a file whose name may begin in ASCII, as that of a service does. */
  public static HttpHeaders headers(String fileName, MediaType type) {
    Matcher begin = BEGIN.matcher(fileName);
    return headers(fileName, begin.lookingAt() ? begin.group() : "file", type);
  }

  /**
   * The headers for a file of this name, which may be Chinese (RFC 6266, RFC 8187).
   *
   * @param fileName without folders
   * @param plain what programs that read ASCII alone call it where its name is not, without the
   *     ending; letters, digits, - and _
   */
  static HttpHeaders headers(String fileName, String plain, MediaType type) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
    String ascii =
        PLAIN.matcher(fileName).matches()
            ? fileName
            : PLAIN.matcher(ending).matches() ? plain + "." + ending : plain;
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.set(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s\"; filename*=UTF-8''%s"
            .formatted(ascii, UriUtils.encode(fileName, UTF_8)));
    // It may hold what only this person may see.
    headers.setCacheControl(CacheControl.noStore());
    return headers;
  }
}
