package tw.gov.mocs.hub.ws;

import java.io.Closeable;
import java.io.IOException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The Body of a message of the hub, written in exclusive canonical form into a spool: what is sent
 * is byte for byte what is signed.
 */
final class AnswerBody implements Closeable {

  static final String ID = "id-body";

  private final Spool spool;
  private final CanonicalWriter writer;
  private @Nullable SealedContent sealed;
  private byte @Nullable [] digest;

  /** Begins the Body. */
  AnswerBody(Spool spool, SoapVersion version) throws IOException {
    this.spool = spool;
    this.writer = new CanonicalWriter(spool);
    writer
        .raw("<soap:Body xmlns:soap=\"" + version.namespace())
        .raw("\" xmlns:wsu=\"" + Names.WSU + "\" wsu:Id=\"" + ID + "\">");
  }

  CanonicalWriter writer() {
    return writer;
  }

  /**
   * Encrypts the content to the holder of this certificate.
   *
   * @return where to write it, instead of {@link #writer}
   */
  CanonicalWriter encryptTo(X509Certificate recipient) throws IOException {
    sealed = new SealedContent(writer, recipient);
    return sealed.writer();
  }

  /** The key that goes with the content in the header; null where it is not encrypted. */
  @Nullable SealedKey sealedKey() {
    return sealed == null ? null : sealed.key();
  }

  /** Ends the Body and returns its digest. */
  byte[] end() throws IOException {
    if (sealed != null) {
      sealed.end();
    }
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
