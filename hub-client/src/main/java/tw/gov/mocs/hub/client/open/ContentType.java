package tw.gov.mocs.hub.client.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.jspecify.annotations.Nullable;

/** What kind of CMS content begins (RFC 5652 §3). */
final class ContentType {

  private static final int HEAD = 1024;

  private ContentType() {}

  /** The type, which stays to be read; null if this is no CMS. */
  static @Nullable ASN1ObjectIdentifier find(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    // What fails here is the reading, not the form of what was read.
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    try {
      return new ASN1StreamParser(head).readObject() instanceof ASN1SequenceParser content
              && content.readObject() instanceof ASN1ObjectIdentifier type
          ? type
          : null;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return null;
    }
  }
}
