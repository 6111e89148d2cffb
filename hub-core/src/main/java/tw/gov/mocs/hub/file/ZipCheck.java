package tw.gov.mocs.hub.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Looks through a zip archive, which documents are too, without trusting the sizes it states. */
final class ZipCheck {

  /** Entries of an archive at most. */
  static final int MAX_ENTRIES = 2_000;

  /** Bytes of all entries together at most. */
  static final long MAX_INFLATED = 100L * 1024 * 1024;

  /** How many times larger than the file its entries may be, once they are more than a little. */
  static final int MAX_RATIO = 100;

  private static final long LITTLE = 1024 * 1024;
  private static final int MARKUP_BYTES = 1024 * 1024;
  private static final int HEAD_BYTES = 8;
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /** Of a PDF in an archive, which is looked through in memory. */
  private static final int PDF_BYTES = 32 * 1024 * 1024;

  private static final Set<String> MARKUP =
      Set.of(DocumentParts.CONTENT_TYPES, DocumentParts.MIMETYPE, DocumentParts.MANIFEST);

  private final Path file;
  private final FileType type;
  private final boolean programs;
  private final Map<String, byte[]> markup = new HashMap<>();
  private long inflated;

  ZipCheck(Path file, FileType type, boolean programs) {
    this.file = file;
    this.type = type;
    this.programs = programs;
  }

  /**
   * Passes a sound archive of the type.
   *
   * @throws HubException FILE_TYPE_MISMATCH, FILE_UNREADABLE, FILE_HOLDS_MACROS, FILE_HOLDS_ARCHIVE
   *     or FILE_EXPANDS_TOO_MUCH
   */
  void require() throws IOException {
    if (!Archives.isZip(head())) {
      throw ContentCheck.mismatch(type, "no zip archive");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw expands("more than %d entries".formatted(MAX_ENTRIES));
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        requireSafe(entry.getName());
        look(zip, entry);
      }
    } catch (ZipException e) {
      // So does java.util.zip refuse encrypted entries as well.
      throw new HubException(ErrorCode.FILE_UNREADABLE, "damaged or encrypted", e);
    }
    new DocumentParts(markup).require(type);
  }

  private void look(ZipFile zip, ZipEntry entry) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    try (InputStream in = zip.getInputStream(entry)) {
      int read = in.readNBytes(head, 0, HEAD_BYTES);
      if (Archives.isArchive(head)) {
        throw new HubException(ErrorCode.FILE_HOLDS_ARCHIVE, "an archive within");
      }
      count(read);
      if (MARKUP.contains(entry.getName())) {
        keep(entry.getName(), head, read, in);
      }
      byte[] chunk = new byte[16 * 1024];
      for (int more = in.read(chunk); more >= 0; more = in.read(chunk)) {
        count(more);
      }
    }
    if (type == FileType.ZIP && isPdf(entry.getName(), head)) {
      requirePassive(zip, entry);
    }
  }

  private static boolean isPdf(String name, byte[] head) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pdf")
        || Arrays.equals(Arrays.copyOf(head, PDF.length), PDF);
  }

  private static void requirePassive(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] pdf = in.readNBytes(PDF_BYTES + 1);
      if (pdf.length > PDF_BYTES) {
        throw expands("a PDF of more than %d bytes".formatted(PDF_BYTES));
      }
      new PdfCheck(ByteBuffer.wrap(pdf)).require();
    }
  }

  private void keep(String name, byte[] head, int read, InputStream in) throws IOException {
    byte[] rest = in.readNBytes(MARKUP_BYTES);
    count(rest.length);
    byte[] whole = Arrays.copyOf(head, read + rest.length);
    System.arraycopy(rest, 0, whole, read, rest.length);
    if (whole.length > MARKUP_BYTES || markup.put(name, whole) != null) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, name + " is too large or stands twice");
    }
  }

  private void count(int bytes) throws IOException {
    inflated += bytes;
    if (inflated > MAX_INFLATED || (inflated > LITTLE && inflated > Files.size(file) * MAX_RATIO)) {
      throw expands("inflates to more than is allowed");
    }
  }

  private void requireSafe(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/');
    if (lower.startsWith("/") || lower.contains(":") || ("/" + lower + "/").contains("/../")) {
      throw new HubException(ErrorCode.FILE_UNREADABLE, "an entry that leads out of the archive");
    }
    if (lower.endsWith("vbaproject.bin")
        || lower.endsWith("vbadata.xml")
        || lower.startsWith("basic/")
        || lower.startsWith("scripts/")) {
      throw new HubException(ErrorCode.FILE_HOLDS_MACROS, "an entry of macros");
    }
    // Documents hold pictures as SVG and pages as XHTML of their own.
    if (type == FileType.ZIP && !programs && FileName.runsWhenOpened(lower)) {
      throw new HubException(ErrorCode.FILE_HOLDS_MACROS, "an entry that runs");
    }
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static HubException expands(String detail) {
    return new HubException(ErrorCode.FILE_EXPANDS_TOO_MUCH, detail);
  }
}
