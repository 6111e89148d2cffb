package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Messages that are refused before they are read as SOAP. */
class RefusedMessageIT extends Refusing {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no xml", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&#0;</a>", "<x:a/>"})
  void malformedXml(String message) {
    refuses(ErrorCode.XML_MALFORMED, message);
  }

  @Test
  void elementNameBeyondTheBasicPlane() {
    refuses(ErrorCode.XML_MALFORMED, "<\uD842\uDFB7/>");
  }

  @Test
  void prefixBeyondTheBasicPlane() {
    refuses(ErrorCode.XML_MALFORMED, "<\uD842\uDFB7:a xmlns:\uD842\uDFB7='urn:a'/>");
  }

  @Test
  void attributeNameBeyondTheBasicPlane() {
    refuses(ErrorCode.XML_MALFORMED, "<a \uD842\uDFB7='b'/>");
  }

  @Test
  void xml11() {
    refuses(ErrorCode.XML_MALFORMED, "<?xml version='1.1'?>" + new SignedMessage().sign());
  }

  @Test
  void bytesThatAreNoUtf8() {
    HttpRequest request =
        HttpRequest.newBuilder(hub.https)
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'<', 'a', '>', (byte) 0xC3, '<'}))
            .header("Content-Type", "text/xml")
            .build();
    refuses(ErrorCode.XML_MALFORMED, hub.exchange(request));
  }

  @Test
  void doctype() {
    refuses(
        ErrorCode.DOCTYPE_FORBIDDEN,
        "<!DOCTYPE s:Envelope [<!ENTITY a 'b'>]>" + new SignedMessage().sign());
  }

  @Test
  void externalDoctype() {
    refuses(
        ErrorCode.DOCTYPE_FORBIDDEN,
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>" + new SignedMessage().sign());
  }

  @Test
  void entity() {
    refuses(
        ErrorCode.DOCTYPE_FORBIDDEN,
        new SignedMessage().signThen(text -> text.replace(RequestXml.APPLICATION, "&a;")));
  }

  @Test
  void processingInstruction() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage().signThen(text -> text.replace("<s:Body", "<?a b?><s:Body")));
  }

  @Test
  void deepNesting() {
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a>".repeat(5000) + "</a>".repeat(5000));
  }

  @Test
  void floodOfElements() {
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a>" + "<b/>".repeat(50_000) + "</a>");
  }

  @Test
  void nameThatIsTooLong() {
    String name = "n".repeat(300);
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<" + name + "/>");
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a " + name + "='1'/>");
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a xmlns:" + name + "='urn:a'/>");
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a xmlns='urn:" + name + "'/>");
  }

  /** All with one hash: a parser would compare each with all before it. */
  @Test
  void floodOfDifferentNames() {
    StringBuilder flood = new StringBuilder("<a>");
    for (int i = 0; i < 1 << 9; i++) {
      flood.append('<');
      for (int bit = 0; bit < 9; bit++) {
        flood.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      flood.append("/>");
    }
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, flood + "</a>");
  }

  @Test
  void floodOfAttributes() {
    StringBuilder flood = new StringBuilder("<a");
    for (int i = 0; i < 10_000; i++) {
      flood.append(" a").append(i).append("=''");
    }
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, flood + "/>");
  }

  @Test
  void floodOfNamespaces() {
    StringBuilder flood = new StringBuilder("<a");
    for (int i = 0; i < 10_000; i++) {
      flood.append(" xmlns:a").append(i).append("='u'");
    }
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, flood + "/>");
  }

  /** No element has many; the canonical form would look each up for every element. */
  @Test
  void floodOfPrefixes() {
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      flood.append("<a xmlns:p").append(i).append("='u'/>");
    }
    refuses(ErrorCode.XML_LIMIT_EXCEEDED, "<a>" + flood + "</a>");
  }

  @Test
  void floodOfHeaders() {
    refuses(
        ErrorCode.XML_LIMIT_EXCEEDED,
        new SignedMessage().headers("<h xmlns='urn:h'/>".repeat(100)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/soap+xml",
        "text/xml; charset=big5",
        "text/xml; charset=nosuch",
        "text/xml; charset=utf-7",
        "text/xml; charset=\" \"",
        "text/xml; charset=../../x",
        "multipart/related; type=\"text/xml\"",
        "application/x-www-form-urlencoded"
      })
  void wrongContentType(String type) {
    Reply reply = hub.post(new SignedMessage().sign(), "Content-Type", type);
    refuses(ErrorCode.CONTENT_TYPE_UNSUPPORTED, reply);
    assertThat(reply.status()).isEqualTo(415);
  }

  @Test
  void noContentType() {
    refuses(ErrorCode.CONTENT_TYPE_UNSUPPORTED, hub.post(new SignedMessage().sign(), "A", "b"));
  }

  @Test
  void compressedMessageSayingWhatToDo() throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(small)) {
      out.write(new SignedMessage().sign().getBytes(StandardCharsets.UTF_8));
    }
    Reply reply =
        hub.exchange(
            HttpRequest.newBuilder(hub.https)
                .POST(HttpRequest.BodyPublishers.ofByteArray(small.toByteArray()))
                .headers("Content-Type", "text/xml", "Content-Encoding", "gzip")
                .build());
    refuses(ErrorCode.CONTENT_TYPE_UNSUPPORTED, reply);
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.text("message")).contains("不送 Content-Encoding");
    assertThat(reply.text("messageEn")).contains("send no Content-Encoding");
  }

  @Test
  void unknownNameOfACharsetSayingWhatToDo() {
    Reply reply = hub.post(new SignedMessage().sign(), "Content-Type", "text/xml; charset=utf8");
    refuses(ErrorCode.CONTENT_TYPE_UNSUPPORTED, reply);
    assertThat(reply.text("message")).contains("charset 須為 utf-8 或省略");
    assertThat(reply.text("messageEn")).contains("charset=utf-8 or without a charset");
  }

  @Test
  void bodyOverTheLimit() {
    refuses(
        ErrorCode.MESSAGE_TOO_LARGE,
        new SignedMessage().payload("<a>" + "x".repeat(1_100_000) + "</a>"));
  }

  @Test
  void chunkedBodyOverTheLimit() {
    byte[] large = ("<a>" + "x".repeat(1_100_000) + "</a>").getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(hub.https)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .header("Content-Type", "text/xml")
            .build();
    refuses(ErrorCode.MESSAGE_TOO_LARGE, hub.exchange(request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void anotherMethod(String method) {
    HttpRequest request =
        HttpRequest.newBuilder(hub.https)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    Reply reply = hub.exchange(request);
    refuses(ErrorCode.METHOD_NOT_ALLOWED, reply);
    assertThat(reply.status()).isEqualTo(405);
  }

  @Test
  void queryThatIsNoDocument() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.https + "?wsdl&other")).GET().build();
    refuses(ErrorCode.METHOD_NOT_ALLOWED, hub.exchange(request));
  }
}
