package tw.gov.mocs.hub.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tw.gov.mocs.hub.shared.Digests;

/**
 * A signed statement of where every chain ends. Its text, of which docs/audit-events.md gives the
 * form, is what is signed and what is hashed.
 *
 * @param number from 1 over all nodes
 * @param madeAt by the clock of the node that made it
 * @param previous hash of the checkpoint before; 32 zero bytes in the first
 * @param key SHA-256 of the certificate (DER) whose key signs
 * @param spans one for each chain, by name of its node
 */
record Checkpoint(long number, Instant madeAt, byte[] previous, byte[] key, List<ChainSpan> spans) {

  static final byte[] NO_PREVIOUS = new byte[32];

  private static final String FORM = "mocs-hub-checkpoint/1";

  /** What the text of every checkpoint begins with. */
  static final String BEGINNING = FORM + "\nnumber ";

  private static final HexFormat HEX = HexFormat.of();

  Checkpoint {
    spans = List.copyOf(spans);
  }

  /**
   * What a checkpoint says of one chain.
   *
   * @param first the first row since the checkpoint before; {@code last + 1} when there is none
   * @param last the last row
   * @param head the row hash of the last row
   * @param root the Merkle root (RFC 9162) over the row hashes from first to last
   */
  record ChainSpan(String node, long first, long last, byte[] head, byte[] root) {

    boolean isEmpty() {
      return last < first;
    }
  }

  /** A checkpoint's text and the signature over its UTF-8 bytes. */
  record Signed(String text, byte[] signature) {

    byte[] hash() {
      return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it stands in the file: the text, the signature's line, an empty line. */
    String fileForm() {
      return text + "signature " + Base64.getEncoder().encodeToString(signature) + "\n\n";
    }

    /**
     * Reads {@link #fileForm} without its empty line.
     *
     * @throws IllegalArgumentException if the signature's line is not there
     */
    static Signed ofFileForm(String form) {
      int at = form.lastIndexOf("signature ");
      if (at < 0 || !form.endsWith("\n")) {
        throw new IllegalArgumentException("a checkpoint without signature");
      }
      String signature = form.substring(at + "signature ".length()).strip();
      return new Signed(form.substring(0, at), Base64.getDecoder().decode(signature));
    }

    Checkpoint read() {
      return parse(text);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder(FORM).append('\n');
    text.append("number ").append(number).append('\n');
    text.append("made ").append(madeAt).append('\n');
    text.append("previous ").append(HEX.formatHex(previous)).append('\n');
    text.append("key ").append(HEX.formatHex(key)).append('\n');
    for (ChainSpan span : spans) {
      text.append("chain ").append(span.node()).append(' ').append(span.first());
      text.append(' ').append(span.last()).append(' ').append(HEX.formatHex(span.head()));
      text.append(' ').append(HEX.formatHex(span.root())).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads a text; only the exact form that {@link #text} writes is accepted.
   *
   * @throws IllegalArgumentException for any other
   */
  static Checkpoint parse(String text) {
    try {
      String[] lines = text.split("\n", -1);
      List<ChainSpan> spans = new ArrayList<>();
      for (int i = 5; i < lines.length - 1; i++) {
        String[] parts = after("chain ", lines[i]).split(" ", -1);
        spans.add(
            new ChainSpan(
                parts[0],
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                HEX.parseHex(parts[3]),
                HEX.parseHex(parts[4])));
      }
      Checkpoint read =
          new Checkpoint(
              Long.parseLong(after("number ", lines[1])),
              Instant.parse(after("made ", lines[2])),
              HEX.parseHex(after("previous ", lines[3])),
              HEX.parseHex(after("key ", lines[4])),
              spans);
      if (read.text().equals(text)) {
        return read;
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not the text of a checkpoint", e);
    }
    throw new IllegalArgumentException("not the exact text of a checkpoint");
  }

  private static String after(String word, String line) {
    if (!line.startsWith(word)) {
      throw new IllegalArgumentException("no line of " + word);
    }
    return line.substring(word.length());
  }
}
