package tw.gov.mocs.hub.audit;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.shared.Digests;

/**
 * That one record stands in the log, for somebody who has nothing but the certificate of the
 * checkpoint key. It shows no other record. Its text has the form that docs/audit-events.md gives.
 *
 * @param content the canonical content of the record
 * @param salt of its row
 * @param previous hash of the row before
 * @param path of RFC 9162 §2.1.3, from the row to the root, at most 14 hashes
 * @param checkpoint the checkpoint that covers the row, as in the checkpoint file
 */
public record InclusionProof(
    byte[] content, byte[] salt, byte[] previous, List<byte[]> path, String checkpoint) {

  private static final String FORM = "mocs-hub-proof/1";
  private static final HexFormat HEX = HexFormat.of();

  /** Copies the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * The record that is proven.
   *
   * @throws IllegalArgumentException if the content is none
   */
  public LogRecord proven() {
    return LogRecord.read(content);
  }

  /** Whether it proves its record under this certificate. */
  public boolean holds(X509Certificate checkpointCertificate) {
    try {
      Checkpoint.Signed signed = Checkpoint.Signed.ofFileForm(checkpoint);
      Checkpoint read = signed.read();
      return Arrays.equals(read.key(), CheckpointKeys.thumbprint(checkpointCertificate))
          && CheckpointKeys.verifies(signed, checkpointCertificate)
          && isIn(read);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isIn(Checkpoint read) {
    LogRecord row = proven();
    byte[] hash = Digests.sha256(previous, ChainRow.contentDigest(salt, content));
    for (ChainSpan span : read.spans()) {
      if (span.node().equals(row.node())) {
        long size = span.last() - span.first() + 1;
        return MerkleTree.includes(span.root(), size, row.seq() - span.first(), hash, path);
      }
    }
    return false;
  }

  /** The text of the proof (ASCII). */
  public String text() {
    StringBuilder text = new StringBuilder(FORM).append('\n');
    text.append("content ").append(Base64.getEncoder().encodeToString(content)).append('\n');
    text.append("salt ").append(HEX.formatHex(salt)).append('\n');
    text.append("previous ").append(HEX.formatHex(previous)).append('\n');
    path.forEach(hash -> text.append("path ").append(HEX.formatHex(hash)).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static InclusionProof parse(String text) {
    int end = text.indexOf("\n\n");
    String[] lines = text.substring(0, Math.max(0, end)).split("\n", -1);
    if (end < 0 || lines.length < 4 || !lines[0].equals(FORM)) {
      throw new IllegalArgumentException("not a proof");
    }
    List<byte[]> path = new ArrayList<>();
    for (String line : Arrays.copyOfRange(lines, 4, lines.length)) {
      path.add(HEX.parseHex(after("path ", line)));
    }
    return new InclusionProof(
        Base64.getDecoder().decode(after("content ", lines[1])),
        HEX.parseHex(after("salt ", lines[2])),
        HEX.parseHex(after("previous ", lines[3])),
        path,
        text.substring(end + 2));
  }

  private static String after(String word, String line) {
    if (!line.startsWith(word)) {
      throw new IllegalArgumentException("no line of " + word.strip());
    }
    return line.substring(word.length());
  }
}
