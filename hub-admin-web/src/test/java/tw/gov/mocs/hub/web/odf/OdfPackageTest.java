package tw.gov.mocs.hub.web.odf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OdfPackageTest {

  @Test
  void beginsWithItsTypeUncompressed() throws IOException {
    // OpenDocument 1.3 part 2 §3.3: the type stands at byte 38, after "mimetype" without extra
    // field.
    String raw = new String(packaged().bytes(), ISO_8859_1);
    assertThat(raw.substring(30)).startsWith("mimetypeapplication/vnd.oasis.opendocument.text");
    assertThat(raw.charAt(8)).isEqualTo('\0');
  }

  @Test
  void listsEveryPartInItsManifest() throws IOException {
    OdfFile file = packaged();
    assertThat(file.parts()).containsOnlyKeys("mimetype", "content.xml", "META-INF/manifest.xml");
    assertThat(file.elements("META-INF/manifest.xml", "manifest:file-entry"))
        .extracting(entry -> OdfFile.attribute(entry, "manifest:full-path"))
        .containsExactly("/", "content.xml");
  }

  private static OdfFile packaged() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OdfPackage odt = new OdfPackage(out, "application/vnd.oasis.opendocument.text")) {
      odt.add("content.xml", "<a/>");
      odt.finish();
    }
    return OdfFile.read(out.toByteArray());
  }
}
