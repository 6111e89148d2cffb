package tw.gov.mocs.hub.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The files of one call's evidence, by name: {@value #README}, {@value #PROOF} (record, salt,
 * inclusion proof and signed checkpoint), {@value #CHECKPOINT_CERTIFICATE}, and where there are
 * some {@value #CERTIFICATES}, {@value #REQUEST} and the answers about revocation.
 *
 * @param files in their order
 */
public record EvidencePackage(Map<String, byte[]> files) {

  static final String README = "README.txt";
  static final String RECORD = "record.txt";
  static final String PROOF = "proof.txt";
  static final String CHECKPOINT_CERTIFICATE = "checkpoint.crt";
  static final String CERTIFICATES = "certificates.pem";
  static final String REQUEST = "request.xml";
  static final String CRL = "revocation-%d.crl";
  static final String OCSP = "revocation-%d.ocsp";

  private static final int MOST_FILES = 50;
  private static final long MOST_BYTES = 64L << 20;

  /** Keeps the order. */
  public EvidencePackage {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** A ZIP archive; the same files give the same bytes. */
  byte[] zip(Instant at) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads {@link #zip}.
   *
   * @throws HubException VALUE_INVALID for what is none, or is too large
   */
  public static EvidencePackage read(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long left = MOST_BYTES;
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0 || files.size() == MOST_FILES) {
          throw unreadable("it is too large");
        }
        if (files.put(entry.getName(), content) != null) {
          throw unreadable("it holds a file twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
    if (!files.containsKey(PROOF)) {
      throw unreadable("it holds no proof");
    }
    return new EvidencePackage(files);
  }

  private static HubException unreadable(String why) {
    return new HubException(ErrorCode.VALUE_INVALID, "evidence: " + why, "證據檔", why);
  }
}
