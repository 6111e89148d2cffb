package tw.gov.mocs.hub.client.open;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a content, written one after another; each with its size, digest and rows. */
final class UnpackedParts {

  static final String MANIFEST = "manifest.json";

  /** Nothing that leads out of a folder or means something else to a system. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+)?");

  private static final int PIECE = 64 * 1024;
  private static final int LARGEST_MANIFEST = 1024 * 1024;

  private final PartFolder folder;
  private final byte[] piece = new byte[PIECE];
  private final List<Part> parts = new ArrayList<>();
  private byte[] manifest = new byte[0];

  UnpackedParts(PartFolder folder) {
    this.folder = folder;
  }

  /**
   * One file.
   *
   * @param sha256 hexadecimal
   */
  record Part(String name, long bytes, String sha256, long rows) {}

  /** Writes all files of the zip. */
  void write(InputStream content) throws IOException {
    ZipInputStream zip = new ZipInputStream(content);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!NAME.matcher(entry.getName()).matches()) {
        throw new OpenException(OpenFailure.CONTENT_OTHER, entry.getName());
      }
      write(entry.getName(), zip);
    }
  }

  private void write(String name, InputStream content) throws IOException {
    MessageDigest digest = Digests.sha256();
    RowCount rows = RowCount.of(name);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long bytes = 0;
    try (OutputStream out = new DigestOutputStream(folder.file(name), digest)) {
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        out.write(piece, 0, read);
        rows.count(piece, read);
        bytes += read;
        if (name.equals(MANIFEST) && bytes <= LARGEST_MANIFEST) {
          kept.write(piece, 0, read);
        }
      }
    }
    if (name.equals(MANIFEST)) {
      manifest = kept.toByteArray();
    } else {
      String sha256 = HexFormat.of().formatHex(digest.digest());
      parts.add(new Part(name, bytes, sha256, rows.rows()));
    }
  }

  /** The bytes of the manifest; none if there is none. */
  byte[] manifest() {
    return manifest.clone();
  }

  /** The files besides the manifest. */
  List<Part> parts() {
    return List.copyOf(parts);
  }
}
