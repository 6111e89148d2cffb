package tw.gov.mocs.hub.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Whether a content is what the extension of its name says. */
final class ContentCheck {

  private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

  /** What has much Big5 in it is of no type that is known. */
  private static final Set<String> TEXT = Set.of("text/plain", "application/octet-stream");

  private ContentCheck() {}

  /**
   * Passes a content of the type.
   *
   * @param programs whether an archive may hold them
   * @throws HubException FILE_TYPE_MISMATCH, or what {@link ZipCheck} or {@link PdfCheck} throws
   */
  static void require(Path content, FileType type, boolean programs) throws IOException {
    switch (type) {
      case PDF -> {
        requireDetected(content, type, Set.of(type.mediaType()));
        requirePassive(content);
      }
      case PNG, JPEG -> requireDetected(content, type, Set.of(type.mediaType()));
      case TXT, CSV -> {
        requireDetected(content, type, TEXT);
        requireText(content, type);
      }
      case ODT, ODS, DOCX, XLSX, ZIP -> new ZipCheck(content, type, programs).require();
    }
  }

  static HubException mismatch(FileType type, String detected) {
    return new HubException(
        ErrorCode.FILE_TYPE_MISMATCH,
        "named %s, is %s".formatted(type, detected),
        type.extensions().get(0));
  }

  private static void requireDetected(Path content, FileType type, Set<String> expected)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
      String detected = MAGIC.detect(in, new Metadata()).toString();
      if (!expected.contains(detected)) {
        throw mismatch(type, detected);
      }
    }
  }

  private static void requirePassive(Path pdf) throws IOException {
    try (FileChannel file = FileChannel.open(pdf)) {
      new PdfCheck(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size())).require();
    }
  }

  /** Detection looks at the beginning only. UTF-8 and Big5 both pass, UTF-16 does not. */
  private static void requireText(Path content, FileType type) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
      int first = in.read();
      for (int b = first; b >= 0; b = in.read()) {
        if (first >= 0xFE
            || (b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f')
            || b == 0x7F) {
          throw mismatch(type, "text with control characters");
        }
      }
    }
  }
}
