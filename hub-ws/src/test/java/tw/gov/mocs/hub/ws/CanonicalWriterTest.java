package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.Digests;

/** The writer writes what Santuario makes of the same content, for thousands of random payloads. */
class CanonicalWriterTest {

  private static final int PAYLOADS = 5_000;
  private static final String[] ODD = {
    "&",
    "<",
    ">",
    "\"",
    "'",
    "\r",
    "\n",
    "\t",
    "\r\n",
    "]]>",
    "𠮷",
    "\u0085",
    "\u2028",
    "é",
    "\u7FFF",
    "\uFFFD",
    "\uE000",
    "&amp;",
    "<!-- -->",
    "\u007F",
    "\uD83D\uDE00",
    " "
  };

  static {
    Init.init();
  }

  private final Random random = new Random(20261123);

  private String payload() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      if (random.nextBoolean()) {
        text.append(ODD[random.nextInt(ODD.length)]);
      } else {
        text.appendCodePoint(codePoint());
      }
    }
    return text.toString();
  }

  private int codePoint() {
    while (true) {
      int c = random.nextInt(4) == 0 ? random.nextInt(0x110000) : 0x20 + random.nextInt(0x9FFF);
      if (c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF) {
        return c;
      }
    }
  }

  @Test
  void writesWhatCanonicalizationMakesOfIt() throws Exception {
    for (int i = 0; i < PAYLOADS; i++) {
      String text = payload();
      String attribute = payload();
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      CanonicalWriter writer = new CanonicalWriter(written);
      byte[] digest =
          writer
              .raw("<a xmlns=\"urn:a\" b=\"")
              .attribute(attribute)
              .raw("\"><c>")
              .text(text)
              .raw("</c></a>")
              .finish();
      byte[] canonical = canonical(written.toString("UTF-8"));
      assertThat(written.toByteArray()).isEqualTo(canonical);
      assertThat(digest).isEqualTo(Digests.sha256(canonical));
      assertThat(writer.length()).isEqualTo(canonical.length);
      var document = SignedMessage.parse(written.toString("UTF-8"));
      assertThat(document.getDocumentElement().getTextContent()).isEqualTo(text);
      assertThat(document.getDocumentElement().getAttribute("b")).isEqualTo(attribute);
    }
  }

  private static byte[] canonical(String xml) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Canonicalizer.getInstance(Names.EXCLUSIVE_C14N)
        .canonicalizeSubtree(SignedMessage.parse(xml).getDocumentElement(), out);
    return out.toByteArray();
  }

  @Test
  void replacesWhatXmlCannotHold() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CanonicalWriter(out).text("a\u0000\u001F\uFFFE\uD800b\uDC00").finish();
    assertThat(out.toString("UTF-8")).isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFDb\uFFFD");
  }

  @Test
  void writesMoreThanItsBuffer() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String text = "𠮷&".repeat(10_000);
    CanonicalWriter writer = new CanonicalWriter(out).text(text).raw(new byte[20_000]);
    writer.finish();
    assertThat(out.size()).isEqualTo(10_000 * 9 + 20_000).isEqualTo((int) writer.length());
  }
}
