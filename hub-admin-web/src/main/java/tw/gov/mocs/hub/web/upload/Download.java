package tw.gov.mocs.hub.web.upload;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tw.gov.mocs.hub.file.OpenFile;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** A stored file as an answer: always saved, never shown in the page. */
public final class Download {

  private Download() {}

  /** The file; it is read while it is sent. */
  public static ResponseEntity<InputStreamResource> of(OpenFile open) {
    MediaType type = MediaType.parseMediaType(open.file().type().mediaType());
    return ResponseEntity.ok()
        .headers(SaveAs.headers(open.file().name().value(), type))
        .contentLength(open.file().size())
        .body(new InputStreamResource(open.content()));
  }
}
