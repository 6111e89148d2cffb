package tw.gov.mocs.hub.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The first bytes by which archives are known. */
final class Archives {

  private static final List<byte[]> ZIP = magic("504b0304", "504b0506", "504b0708");

  /** Besides zip: 7z, RAR, gzip, bzip2, xz, cabinet, Zstandard. */
  private static final List<byte[]> OTHER =
      magic(
          "377abcaf271c",
          "526172211a07",
          "1f8b08",
          "425a68",
          "fd377a585a00",
          "4d534346",
          "28b52ffd");

  private Archives() {}

  static boolean isZip(byte[] head) {
    return beginsWith(head, ZIP);
  }

  static boolean isArchive(byte[] head) {
    return isZip(head) || beginsWith(head, OTHER);
  }

  private static boolean beginsWith(byte[] head, List<byte[]> known) {
    return known.stream()
        .anyMatch(magic -> Arrays.equals(magic, Arrays.copyOf(head, magic.length)));
  }

  private static List<byte[]> magic(String... hexadecimal) {
    return Stream.of(hexadecimal).map(HexFormat.of()::parseHex).toList();
  }
}
