package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What cards were asked to sign, and what they signed. */
@Mapper
interface SignatureMapper {

  int insertSigning(@Param("signing") Signing signing);

  Optional<Signing> findSigning(@Param("nonce") String nonce);

  /** 1 for the first who uses it, who holds the row until his transaction ends; then 0. */
  int useSigning(@Param("nonce") String nonce, @Param("at") Instant at);

  int deleteSignings(@Param("applicationId") long applicationId);

  int deleteSigningsBefore(@Param("before") Instant before);

  int insertSignature(@Param("signature") Signature signature);

  /** Of a round of submission; of the last one that there is if null. */
  Optional<Signature> findSignature(
      @Param("applicationId") long applicationId, @Param("round") @Nullable Integer round);

  int countContent(@Param("digest") String digest);

  int insertContent(@Param("digest") String digest, @Param("content") byte[] content);

  int insertEvidence(
      @Param("applicationId") long applicationId,
      @Param("round") int round,
      @Param("placeNo") int placeNo,
      @Param("evidence") Evidence evidence);

  /** In the order of the decision: the path, then the answers. */
  List<Evidence> evidence(@Param("applicationId") long applicationId, @Param("round") int round);

  /** One request to sign. */
  record Signing(
      String nonce,
      long applicationId,
      int versionNo,
      String thumbprint,
      String documentDigest,
      byte[] statement,
      Instant expiresAt,
      @Nullable Instant usedAt) {}

  /** The signature of a submission; roundNo is 1 for the first, and one more after each return. */
  record Signature(
      long applicationId,
      int roundNo,
      SignatureLevel signatureLevel,
      Instant verifiedAt,
      String documentDigest,
      byte[] document,
      byte[] statement,
      byte @Nullable [] cms,
      byte[] receipt,
      boolean withinGrace) {}

  /** One certificate or revocation answer; the times are an answer's. */
  record Evidence(
      Kind kind,
      String digest,
      @Nullable String source,
      @Nullable Instant thisUpdate,
      @Nullable Instant nextUpdate,
      byte[] content) {

    /** What the content is, DER. */
    enum Kind {
      CERTIFICATE,
      CRL,
      OCSP
    }
  }
}
