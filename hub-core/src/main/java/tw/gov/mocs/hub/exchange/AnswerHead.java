package tw.gov.mocs.hub.exchange;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * What an answer says before its rows.
 *
 * @param service the operation
 * @param requestId as the caller gave it
 * @param recordId the number of this call in the log
 * @param asOf when the rows were read
 * @param grantVersion which version of the grant decided
 * @param requestDigest digest of the signed request Body
 * @param checkpoint the last checkpoint of the log
 * @param encryptTo to which certificate all that is written is encrypted; null for none
 * @param fields element names of the values of each row, in catalogue order
 */
public record AnswerHead(
    ServiceCode service,
    String requestId,
    String recordId,
    Instant asOf,
    int grantVersion,
    byte[] requestDigest,
    CheckpointRef checkpoint,
    @Nullable X509Certificate encryptTo,
    List<String> fields) {

  /** Copies the names. */
  public AnswerHead {
    fields = List.copyOf(fields);
  }
}
