package tw.gov.mocs.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every type, as the programs that make them would. */
final class Documents {

  static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(UTF_8);
  static final byte[] PDF_WITH_SCRIPT =
      "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>endobj\n%%EOF\n".getBytes(UTF_8);
  static final byte[] TEXT = "編號,姓名\n1,𠮷田\n".getBytes(UTF_8);
  static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5"
                  + "ErkJggg==");
  static final byte[] JPEG =
      new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};

  private static final String CONTENT_TYPES =
      "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
          + "content-types\"><Override PartName=\"/main.xml\" ContentType=\"%s\"/></Types>";
  private static final String MANIFEST =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
          + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type="
          + "\"text/xml\">%s</manifest:file-entry></manifest:manifest>";

  private Documents() {}

  static byte[] of(FileType type) {
    return switch (type) {
      case PDF -> PDF;
      case PNG -> PNG;
      case JPEG -> JPEG;
      case TXT, CSV -> TEXT;
      case ODT, ODS -> zip(openDocument(type));
      case DOCX, XLSX -> zip(officeOpen(type.mediaType() + ".main+xml"));
      case ZIP -> zip(Map.of("說明.txt", TEXT));
    };
  }

  static Map<String, byte[]> openDocument(FileType type) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", type.mediaType().getBytes(UTF_8));
    entries.put("content.xml", "<office:document/>".getBytes(UTF_8));
    entries.put("META-INF/manifest.xml", MANIFEST.formatted("").getBytes(UTF_8));
    return entries;
  }

  static Map<String, byte[]> encrypted(FileType type) {
    Map<String, byte[]> entries = openDocument(type);
    String encryption = "<manifest:encryption-data/>";
    entries.put("META-INF/manifest.xml", MANIFEST.formatted(encryption).getBytes(UTF_8));
    return entries;
  }

  static Map<String, byte[]> officeOpen(String mainPart) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", CONTENT_TYPES.formatted(mainPart).getBytes(UTF_8));
    entries.put("main.xml", "<document/>".getBytes(UTF_8));
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
