package tw.gov.mocs.hub.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.SignatureMapper.Signature;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.CmsSignature;

/**
 * What was signed at the last submission, verified once more when it is read.
 *
 * @param round 1 for the first submission, one more after each return
 * @param text the document, JSON
 * @param digest its SHA-256 now, 64 lower-case hexadecimal digits
 * @param level A or B
 * @param verifiedAt when the hub took it
 * @param withinGrace whether an outdated revocation answer was used then, within the grace
 * @param fault what does not fit now; null if document, statement and signature belong together
 */
public record SignedDocument(
    int round,
    String text,
    String digest,
    SignatureLevel level,
    Instant verifiedAt,
    boolean withinGrace,
    @Nullable ErrorCode fault) {

  static SignedDocument of(Signature kept, byte[] signer) {
    String digest = HexFormat.of().formatHex(Digests.sha256(kept.document()));
    return new SignedDocument(
        kept.roundNo(),
        new String(kept.document(), StandardCharsets.UTF_8),
        digest,
        kept.signatureLevel(),
        kept.verifiedAt(),
        kept.withinGrace(),
        fault(kept, digest, signer));
  }

  private static @Nullable ErrorCode fault(Signature kept, String digest, byte[] signer) {
    boolean named =
        new String(kept.statement(), StandardCharsets.UTF_8).contains(digest)
            && digest.equals(kept.documentDigest());
    if (!named) {
      return ErrorCode.SIGNED_CONTENT_WRONG;
    }
    byte[] cms = kept.cms();
    try {
      if (cms != null) {
        CmsSignature.parse(cms).requireOver(kept.statement(), Certificates.parse(signer));
      }
      return null;
    } catch (HubException e) {
      return e.code();
    }
  }
}
