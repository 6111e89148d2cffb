package tw.gov.mocs.hub.web.form;

import java.util.Locale;
import org.springframework.http.MediaType;

/** In which formats the form can be had. */
public enum FormFormat {
  /** Office Open XML, ISO/IEC 29500. */
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  /** OpenDocument 1.3, ISO/IEC 26300. */
  ODT("application/vnd.oasis.opendocument.text"),
  /** ISO 32000, tagged as PDF/UA asks. */
  PDF("application/pdf");

  private final MediaType mediaType;

  FormFormat(String mediaType) {
    this.mediaType = MediaType.parseMediaType(mediaType);
  }

  /** What its extension names, in small letters. */
  public static FormFormat of(String extension) {
    return valueOf(extension.toUpperCase(Locale.ROOT));
  }

  /** What it is sent as. */
  public MediaType mediaType() {
    return mediaType;
  }

  /** With its extension: {@code APFQ10200003.docx}. */
  public String fileName(String name) {
    return name + "." + name().toLowerCase(Locale.ROOT);
  }
}
