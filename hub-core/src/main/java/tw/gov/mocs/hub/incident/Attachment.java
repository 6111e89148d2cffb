package tw.gov.mocs.hub.incident;

import java.util.regex.Pattern;

/**
 * 附件: a file that was uploaded before, as the report names it.
 *
 * @param fileId key of the stored file
 * @param name file name, without folders
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Attachment(long fileId, String name, String sha256, long size) {

  /** Characters of a name at most. */
  public static final int LONGEST_NAME = 100;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}/\\\\]{1," + LONGEST_NAME + "}");

  /** Refuses what is no stored file. */
  public Attachment {
    if (!NAME.matcher(name).matches() || !HASH.matcher(sha256).matches() || size < 1) {
      throw new IllegalArgumentException("no stored file: " + fileId);
    }
  }
}
