package tw.gov.mocs.hub.ws;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** A complete envelope whose Body stands in a spool. */
record SpooledAnswer(byte[] before, Spool body, byte[] after) implements Closeable {

  /** How many bytes are to be sent. */
  long length() {
    return before.length + body.length() + after.length;
  }

  /** How many bytes of the memory it takes. */
  long memory() {
    return before.length + body.memory() + after.length;
  }

  /** All of it, to be closed. */
  InputStream content() throws IOException {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before),
                body.content(),
                new ByteArrayInputStream(after))));
  }

  /** All of it in one piece; for a short one. */
  byte[] whole() throws IOException {
    byte[] bytes = new byte[Math.toIntExact(length())];
    try (InputStream content = content()) {
      content.readNBytes(bytes, 0, bytes.length);
    }
    return bytes;
  }

  @Override
  public void close() {
    body.close();
  }
}
