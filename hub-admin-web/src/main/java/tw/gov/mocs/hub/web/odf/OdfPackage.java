package tw.gov.mocs.hub.web.odf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The package of an OpenDocument file (OpenDocument 1.3 part 2), written part by part without
 * holding any of them.
 */
public final class OdfPackage implements Closeable {

  private static final String FILE_ENTRY =
      "  <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>%n";

  private final String mimeType;
  private final ZipOutputStream zip;
  private final List<String> parts = new ArrayList<>();

  /** Begins with the type, uncompressed: §3.3, programs look for it at the start of the file. */
  public OdfPackage(OutputStream out, String mimeType) throws IOException {
    this.mimeType = mimeType;
    this.zip = new ZipOutputStream(out, UTF_8);
    byte[] content = mimeType.getBytes(US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry type = new ZipEntry("mimetype");
    type.setMethod(ZipEntry.STORED);
    type.setSize(content.length);
    type.setCrc(sum.getValue());
    zip.putNextEntry(type);
    zip.write(content);
    zip.closeEntry();
  }

  /** Where the next part of XML is written; it ends when another one begins. */
  public OutputStream begin(String part) throws IOException {
    parts.add(part);
    zip.putNextEntry(new ZipEntry(part));
    return zip;
  }

  /** A whole part. */
  public void add(String part, String xml) throws IOException {
    begin(part).write(xml.getBytes(UTF_8));
  }

  /** Writes the manifest and the end of the package, and leaves the stream below open. */
  public void finish() throws IOException {
    StringBuilder manifest =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest \
            xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
            manifest:version="1.3">
              <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
            manifest:media-type="%s"/>
            """
                .formatted(mimeType));
    parts.forEach(part -> manifest.append(FILE_ENTRY.formatted(part, "text/xml")));
    zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
    zip.write(manifest.append("</manifest:manifest>\n").toString().getBytes(UTF_8));
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
