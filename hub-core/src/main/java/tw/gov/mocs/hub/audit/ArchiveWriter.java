package tw.gov.mocs.hub.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tw.gov.mocs.hub.audit.Checkpoint.ChainSpan;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Writes checkpoints and their rows into a file of the archive. The same rows make the same bytes:
 * their order is that of the chains, and the head of the GZIP form holds neither time nor name.
 */
final class ArchiveWriter implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 200;

  private final StoredRows stored;
  private final Map<String, Long> nodes;
  private final FileChannel file;
  private final DigestOutputStream digest;
  private final GZIPOutputStream out;
  private final Map<Long, ArchiveMapper.Part> parts = new LinkedHashMap<>();

  private long rows;
  private String firstRecord = "~";
  private String lastRecord = "";
  private Instant firstAt = Instant.MAX;
  private Instant lastAt = Instant.MIN;

  /**
   * Begins a file.
   *
   * @param nodes the id of each node by its name
   */
  ArchiveWriter(Path file, StoredRows stored, Map<String, Long> nodes) throws IOException {
    this.stored = stored;
    this.nodes = nodes;
    this.file = FileChannel.open(file, StandardOpenOption.WRITE);
    OutputStream plain = Channels.newOutputStream(this.file);
    this.digest = new DigestOutputStream(plain, Digests.sha256());
    this.out = new GZIPOutputStream(digest, 1 << 16);
  }

  /** Writes a checkpoint and what it covers. */
  void write(Checkpoint.Signed signed) throws IOException {
    text(signed.fileForm());
    for (ChainSpan span : signed.read().spans()) {
      long nodeId = nodes.getOrDefault(span.node(), 0L);
      for (long first = span.first(); first <= span.last(); first += ROWS_AT_ONCE) {
        long last = Math.min(span.last(), first + ROWS_AT_ONCE - 1);
        for (StoredRow row : stored.rows(nodeId, first, last)) {
          write(span.node(), row);
        }
      }
      if (!span.isEmpty()) {
        parts.merge(
            nodeId,
            new ArchiveMapper.Part(nodeId, span.first(), span.last(), span.head()),
            (before, next) ->
                new ArchiveMapper.Part(nodeId, before.firstSeq(), next.lastSeq(), next.lastHash()));
      }
    }
    text("\n");
  }

  private void write(String node, StoredRow row) throws IOException {
    byte[] content = row.canonical(node);
    String fault = row.fault(node);
    if (content == null || fault != null) {
      throw new HubException(
          ErrorCode.INTERNAL_ERROR,
          "nothing is archived: %s row %d %s".formatted(node, row.row().seq(), fault));
    }
    text(ArchivedRow.of(content, row).line() + "\n");
    ChainRow chained = row.row();
    rows++;
    String id = chained.recordId();
    firstRecord = id.compareTo(firstRecord) < 0 ? id : firstRecord;
    lastRecord = id.compareTo(lastRecord) > 0 ? id : lastRecord;
    Instant at = chained.recordedAt();
    firstAt = at.isBefore(firstAt) ? at : firstAt;
    lastAt = at.isAfter(lastAt) ? at : lastAt;
  }

  /** Ends the file; it is on the disk afterwards. */
  void end() throws IOException {
    out.finish();
    digest.flush();
    file.force(true);
  }

  /** How many were written so far. */
  long rows() {
    return rows;
  }

  ArchiveHead.Content content() {
    return new ArchiveHead.Content(rows, firstRecord, lastRecord, firstAt, lastAt);
  }

  /** Which rows of which chains were written. */
  List<ArchiveMapper.Part> parts() {
    return new ArrayList<>(parts.values());
  }

  byte[] digest() {
    return digest.getMessageDigest().digest();
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
