package tw.gov.mocs.hub.ws;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The Body of a message of the hub, written in exclusive canonical form into a spool: what is sent
 * is byte for byte what is signed.
 */
final class AnswerBody implements Closeable {

  static final String ID = "id-body";

  private final Spool spool;
  private final CanonicalWriter writer;
  private byte @Nullable [] digest;

  /** Begins the Body. */
  AnswerBody(Spool spool, SoapVersion version) throws IOException {
    this.spool = spool;
    this.writer = new CanonicalWriter(spool);
    writer.raw(
        "<soap:Body xmlns:soap=\"%s\" xmlns:wsu=\"%s\" wsu:Id=\"%s\">"
            .formatted(version.namespace(), Names.WSU, ID));
  }

  CanonicalWriter writer() {
    return writer;
  }

  /** Ends the Body and returns its digest. */
  byte[] end() throws IOException {
    writer.raw("</soap:Body>");
    digest = writer.finish();
    return digest.clone();
  }

  /** SHA-256 of the whole Body; only after its end. */
  byte[] digest() {
    if (digest == null) {
      throw new IllegalStateException("the Body has not ended");
    }
    return digest.clone();
  }

  Spool spool() {
    return spool;
  }

  @Override
  public void close() {
    spool.close();
  }
}
