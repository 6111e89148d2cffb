package tw.gov.mocs.hub.web.posted;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The page that a form was answered with; kept in the session.
 *
 * @param page path of the page that the form stands on, where alone it is shown
 * @param status of the answer
 * @param packed the page, compressed
 * @param before key of the answer that the form was sent from; null for a page of its own
 * @param at when it was made
 */
record KeptAnswer(String page, int status, byte[] packed, @Nullable String before, Instant at)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static KeptAnswer of(String page, int status, byte[] html, @Nullable String before, Instant at) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KeptAnswer(page, status, packed.toByteArray(), before, at);
  }

  byte[] html() {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
