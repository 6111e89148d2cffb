package tw.gov.mocs.hub.exchange;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tw.gov.mocs.hub.shared.Digests;

/**
 * What a page token belongs to; a token opens for exactly the query that it was made by.
 *
 * @param fields element names returned, in catalogue order
 * @param criteria the canonical criteria, see {@link CriteriaText}
 */
record TokenContext(
    long agencyId,
    String applicationNo,
    int grantVersion,
    String service,
    List<String> fields,
    String criteria) {

  /** SHA-256 over all of it, each part with its length. */
  byte[] digest() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(agencyId);
      write(out, applicationNo);
      out.writeInt(grantVersion);
      write(out, service);
      out.writeInt(fields.size());
      for (String field : fields) {
        write(out, field);
      }
      write(out, criteria);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Digests.sha256(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
