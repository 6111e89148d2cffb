package tw.gov.mocs.hub.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of file that the hub may accept, with its media type and the extensions of its names. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  TXT("text/plain", "txt"),
  CSV("text/csv", "csv"),
  ZIP("application/zip", "zip");

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // it is a List.of
  private final List<String> extensions;

  FileType(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  /** The media type, as a download is labelled. */
  public String mediaType() {
    return mediaType;
  }

  /** The extensions of its names, in lower case. */
  public List<String> extensions() {
    return extensions;
  }

  /** The type whose names end so; the extension is in lower case. */
  static Optional<FileType> ofExtension(String extension) {
    return Arrays.stream(values()).filter(type -> type.extensions.contains(extension)).findFirst();
  }
}
