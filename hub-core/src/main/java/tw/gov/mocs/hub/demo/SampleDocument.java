package tw.gov.mocs.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small text document in OpenDocument format, made of paragraphs. */
final class SampleDocument {

  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.2">
      <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>
      """
          .formatted(MEDIA_TYPE);

  private static final String CONTENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
      <office:body><office:text>%s</office:text></office:body>
      </office:document-content>
      """;

  private SampleDocument() {}

  /** The bytes of a document of these paragraphs, the first of them its heading. */
  static byte[] of(List<String> paragraphs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      putMimetype(zip);
      put(zip, "content.xml", CONTENT.formatted(body(paragraphs)));
      put(zip, "META-INF/manifest.xml", MANIFEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** ODF 1.2 Part 3 §3.3: first, and not compressed. */
  private static void putMimetype(ZipOutputStream zip) throws IOException {
    byte[] type = MEDIA_TYPE.getBytes(UTF_8);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(type);
    zip.closeEntry();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private static String body(List<String> paragraphs) {
    String heading = "<text:h text:outline-level=\"1\">" + escaped(paragraphs.get(0)) + "</text:h>";
    return paragraphs.stream()
        .skip(1)
        .map(text -> "<text:p>" + escaped(text) + "</text:p>")
        .collect(Collectors.joining("", heading, ""));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
