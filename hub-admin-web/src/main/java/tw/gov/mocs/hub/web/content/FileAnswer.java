package tw.gov.mocs.hub.web.content;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.file.StoredFile;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** A stored file as the answer that a browser saves; it is streamed and closed at its end. */
public final class FileAnswer {

  private FileAnswer() {}

  /** The file under its own name and type. */
  public static ResponseEntity<InputStreamResource> of(OpenFile open) {
    StoredFile file = open.file();
    HttpHeaders headers =
        SaveAs.headers(file.name().value(), MediaType.parseMediaType(file.type().mediaType()));
    headers.setContentLength(file.size());
    return new ResponseEntity<>(
        new InputStreamResource(open.content()), headers, org.springframework.http.HttpStatus.OK);
  }
}
