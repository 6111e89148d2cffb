package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.exchange.AnswerHead;
import tw.gov.mocs.hub.exchange.AnswerWriter;

/** Writes the answer of a service, row by row, as the contract says. */
final class SoapAnswerWriter implements AnswerWriter {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final byte[] ROW = CanonicalWriter.bytes("<row>");
  private static final byte[] ROW_END = CanonicalWriter.bytes("</row>");

  private final AnswerBody body;
  private CanonicalWriter out;
  private byte[][] tags = {};
  private byte[][] endTags = {};
  private String name = "";

  SoapAnswerWriter(AnswerBody body) {
    this.body = body;
    this.out = body.writer();
  }

  @Override
  public void begin(AnswerHead head) throws IOException {
    X509Certificate recipient = head.encryptTo();
    if (recipient != null) {
      out = body.encryptTo(recipient);
    }
    name = head.service() + "Response";
    tags =
        head.fields().stream()
            .map(field -> CanonicalWriter.bytes("<" + field + ">"))
            .toArray(byte[][]::new);
    endTags =
        head.fields().stream()
            .map(field -> CanonicalWriter.bytes("</" + field + ">"))
            .toArray(byte[][]::new);
    out.raw("<%s xmlns=\"%s\">".formatted(name, Names.EXCHANGE))
        .element("requestId", head.requestId())
        .element("recordId", head.recordId())
        .element("asOf", dateTime(head.asOf()))
        .element("grantVersion", Integer.toString(head.grantVersion()))
        .element("requestDigest", base64(head.requestDigest()));
    CheckpointElement.write(head.checkpoint(), out);
  }

  @Override
  public void row(@Nullable String[] values) throws IOException {
    out.raw(ROW);
    for (int i = 0; i < tags.length; i++) {
      String value = values[i];
      if (value != null) {
        out.raw(tags[i]).text(value).raw(endTags[i]);
      }
    }
    out.raw(ROW_END);
  }

  @Override
  public long bytes() {
    return out.length();
  }

  @Override
  public byte[] end(@Nullable String nextPage) throws IOException {
    if (nextPage != null) {
      out.element("nextPage", nextPage);
    }
    out.raw("</" + name + ">");
    return body.end();
  }

  /** An instant as xs:dateTime with the offset of Taipei. */
  static String dateTime(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.MILLIS).atZone(TAIPEI));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
