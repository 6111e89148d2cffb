package tw.gov.mocs.hub.audit;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.shared.Digests;

/**
 * A row as a file of the archive holds it: one line of values between spaces, {@code -} for what is
 * absent. Its node, place, id and time are those of its content.
 */
record ArchivedRow(
    LogRecord record, ChainRow row, byte[] content, byte[] persons, @Nullable Evidence evidence)
    implements ChainedRow {

  private static final String ABSENT = "-";
  private static final int VALUES = 6;
  private static final HexFormat HEX = HexFormat.of();

  static ArchivedRow of(byte[] content, ChainedRow stored) {
    return new ArchivedRow(
        LogRecord.read(content), stored.row(), content, stored.persons(), stored.evidence());
  }

  /** Salt, row hash, content, persons, evidence key and sealed evidence. */
  String line() {
    return String.join(
        " ",
        HEX.formatHex(row.salt()),
        HEX.formatHex(row.rowHash()),
        base64(content),
        persons.length == 0 ? ABSENT : base64(persons),
        evidence == null ? ABSENT : evidence.keyId(),
        evidence == null ? ABSENT : base64(evidence.sealed()));
  }

  /**
   * Reads {@link #line}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static ArchivedRow parse(String line) {
    String[] values = line.split(" ", -1);
    if (values.length != VALUES) {
      throw new IllegalArgumentException("not a row of an archive");
    }
    byte[] salt = HEX.parseHex(values[0]);
    byte[] content = bytes(values[2]);
    LogRecord record = LogRecord.read(content);
    ChainRow row =
        new ChainRow(
            0,
            record.seq(),
            record.recordId(),
            record.kind(),
            record.recordedAt(),
            salt,
            ChainRow.contentDigest(salt, content),
            HEX.parseHex(values[1]));
    Evidence evidence = values[4].equals(ABSENT) ? null : new Evidence(values[4], bytes(values[5]));
    return new ArchivedRow(record, row, content, bytes(values[3]), evidence);
  }

  @Override
  public byte[] canonical(String node) {
    return content;
  }

  @Override
  public @Nullable String fault(String node) {
    if (!record.node().equals(node)) {
      return "has changed content";
    }
    if (row.kind().equals(ChainRow.ACT)) {
      return null;
    }
    if (!HEX.formatHex(Digests.sha256(persons)).equals(record.facts().get("personDigest"))) {
      return "has other persons than were recorded";
    }
    String kept = record.facts().get("evidenceDigest");
    byte[] digest = evidence == null ? null : evidence.digest();
    boolean same =
        kept == null ? digest == null : digest != null && kept.equals(HEX.formatHex(digest));
    return same ? null : "has other evidence than was kept";
  }

  @Override
  public @Nullable Long agencyId() {
    String agency = record.facts().get("agencyId");
    return agency == null ? null : Long.valueOf(agency);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String value) {
    return value.equals(ABSENT) ? new byte[0] : Base64.getDecoder().decode(value);
  }
}
