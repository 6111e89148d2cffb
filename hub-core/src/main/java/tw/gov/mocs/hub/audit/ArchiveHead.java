package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.HexFormat;

/**
 * The signed statement of what one file of the archive holds. Its text, of which
 * docs/audit-events.md gives the form, is what is signed and what is hashed.
 *
 * @param number from 1
 * @param madeAt by the clock of the node that made it
 * @param previous hash of the head before; 32 zero bytes in the first
 * @param key SHA-256 of the certificate (DER) whose key signs
 * @param firstCheckpoint the first checkpoint whose records it holds
 * @param lastCheckpoint the last one
 * @param content what they are
 * @param bytes length of the file
 * @param digest SHA-256 of the file
 */
record ArchiveHead(
    long number,
    Instant madeAt,
    byte[] previous,
    byte[] key,
    long firstCheckpoint,
    long lastCheckpoint,
    Content content,
    long bytes,
    byte[] digest) {

  private static final String FORM = "mocs-hub-archive/1";
  private static final HexFormat HEX = HexFormat.of();
  private static final int NAMED = 16;

  /**
   * The records of a file.
   *
   * @param rows how many
   * @param firstRecord the lowest record id
   * @param lastRecord the highest one
   * @param firstAt when the earliest was recorded
   * @param lastAt when the latest was
   */
  record Content(
      long rows, String firstRecord, String lastRecord, Instant firstAt, Instant lastAt) {}

  /** The name of the file: of another content it would be another. */
  String fileName() {
    return "audit-%06d-%s.gz".formatted(number, HEX.formatHex(digest).substring(0, NAMED));
  }

  /** The name of the file in which this head stands beside it. */
  String headName() {
    return fileName().replace(".gz", ".txt");
  }

  String text() {
    return String.join(
        "\n",
        FORM,
        "number " + number,
        "made " + madeAt,
        "previous " + HEX.formatHex(previous),
        "key " + HEX.formatHex(key),
        "checkpoints " + firstCheckpoint + " " + lastCheckpoint,
        "rows " + content.rows(),
        "records " + content.firstRecord() + " " + content.lastRecord(),
        "times " + content.firstAt() + " " + content.lastAt(),
        "bytes " + bytes,
        "sha256 " + HEX.formatHex(digest),
        "");
  }

  /**
   * Reads a text; only the exact form that {@link #text} writes is accepted.
   *
   * @throws IllegalArgumentException for any other
   */
  static ArchiveHead parse(String text) {
    try {
      String[] lines = text.split("\n", -1);
      String[] checkpoints = after("checkpoints", lines[5]).split(" ", -1);
      String[] records = after("records", lines[7]).split(" ", -1);
      String[] times = after("times", lines[8]).split(" ", -1);
      ArchiveHead read =
          new ArchiveHead(
              Long.parseLong(after("number", lines[1])),
              Instant.parse(after("made", lines[2])),
              HEX.parseHex(after("previous", lines[3])),
              HEX.parseHex(after("key", lines[4])),
              Long.parseLong(checkpoints[0]),
              Long.parseLong(checkpoints[1]),
              new Content(
                  Long.parseLong(after("rows", lines[6])),
                  records[0],
                  records[1],
                  Instant.parse(times[0]),
                  Instant.parse(times[1])),
              Long.parseLong(after("bytes", lines[9])),
              HEX.parseHex(after("sha256", lines[10])));
      if (read.text().equals(text)) {
        return read;
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not the head of an archive", e);
    }
    throw new IllegalArgumentException("not the exact head of an archive");
  }

  private static String after(String word, String line) {
    if (!line.startsWith(word + " ")) {
      throw new IllegalArgumentException("no line of " + word);
    }
    return line.substring(word.length() + 1);
  }
}
