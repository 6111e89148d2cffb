package tw.gov.mocs.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/** The files of a delivery, one after another into a zip, each with its size and digest. */
final class Parts {

  private final ZipOutputStream zip;
  private final Instant at;
  private final List<Part> written = new ArrayList<>();
  private @Nullable Counted present;

  Parts(OutputStream to, Instant at) {
    zip = new ZipOutputStream(to);
    // Much of the gain for little of the time.
    zip.setLevel(Deflater.BEST_SPEED);
    this.at = at;
  }

  /**
   * One file.
   *
   * @param bytes its size
   * @param sha256 its digest, hexadecimal
   * @param rows how many it holds; null if it is no file of rows
   */
  record Part(String name, long bytes, String sha256, @Nullable Long rows) {}

  /** Begins a file; what is written to the stream until {@link #end} is its content. */
  OutputStream begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    present = new Counted(name, zip);
    return present;
  }

  /**
   * Ends the file that was begun last.
   *
   * @param rows how many it holds; null if it is no file of rows
   */
  Part end(@Nullable Long rows) throws IOException {
    Counted counted = requireNonNull(present, "nothing was begun");
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(counted.digest());
    Part part = new Part(counted.name, counted.bytes, sha256, rows);
    written.add(part);
    return part;
  }

  /** A small file. */
  Part add(String name, String text) throws IOException {
    begin(name).write(text.getBytes(UTF_8));
    return end(null);
  }

  /** Those that were added so far. */
  List<Part> written() {
    return List.copyOf(written);
  }

  /** Ends the zip; what lies beneath stays open. */
  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  /** Counts and digests, and stays open. */
  private static final class Counted extends FilterOutputStream {

    private final String name;
    private final MessageDigest digest;
    private long bytes;

    Counted(String name, OutputStream out) {
      this(name, out, Digests.sha256());
    }

    private Counted(String name, OutputStream out, MessageDigest digest) {
      super(new DigestOutputStream(out, digest));
      this.name = name;
      this.digest = digest;
    }

    byte[] digest() {
      return digest.digest();
    }

    @Override
    public void write(byte[] all, int from, int length) throws IOException {
      out.write(all, from, length);
      bytes += length;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void close() {}
  }
}
