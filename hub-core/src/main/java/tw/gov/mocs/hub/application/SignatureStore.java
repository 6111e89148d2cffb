package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.SignatureMapper.Evidence;
import tw.gov.mocs.hub.application.SignatureMapper.Evidence.Kind;
import tw.gov.mocs.hub.application.SignatureMapper.Signature;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;

/** Signatures of submissions and what they can be verified with, as rows. */
@Component
class SignatureStore {

  private final SignatureMapper mapper;

  SignatureStore(SignatureMapper mapper) {
    this.mapper = mapper;
  }

  /** In the caller's transaction. */
  void keep(Signature signature, Trusted decision) {
    mapper.insertSignature(signature);
    List<Evidence> all = evidence(decision);
    Map<String, byte[]> contents = new TreeMap<>();
    all.forEach(each -> contents.put(each.digest(), each.content()));
    // In one order in every transaction, so that no two wait for each other.
    contents.forEach(this::keepContent);
    for (int place = 0; place < all.size(); place++) {
      mapper.insertEvidence(signature.applicationId(), signature.roundNo(), place, all.get(place));
    }
  }

  /** Of a round of submission; of the last one if null. */
  Optional<Signature> find(long applicationId, @Nullable Integer round) {
    return mapper.findSignature(applicationId, round);
  }

  List<Evidence> evidence(Signature signature) {
    return mapper.evidence(signature.applicationId(), signature.roundNo());
  }

  private void keepContent(String digest, byte[] content) {
    if (mapper.countContent(digest) > 0) {
      return;
    }
    try {
      mapper.insertContent(digest, content);
    } catch (DuplicateKeyException e) {
      // Another submission rested on the same and was faster.
      return;
    }
  }

  private static List<Evidence> evidence(Trusted decision) {
    List<Evidence> all = new ArrayList<>();
    decision
        .path()
        .forEach(
            certificate ->
                all.add(
                    evidence(Kind.CERTIFICATE, Certificates.der(certificate), null, null, null)));
    decision
        .revocation()
        .proofs()
        .forEach(
            proof ->
                all.add(
                    evidence(
                        Kind.valueOf(proof.kind().name()),
                        proof.der(),
                        proof.source(),
                        proof.thisUpdate(),
                        proof.nextUpdate())));
    return all;
  }

  private static Evidence evidence(
      Kind kind,
      byte[] content,
      @Nullable String source,
      @Nullable Instant thisUpdate,
      @Nullable Instant nextUpdate) {
    String digest = HexFormat.of().formatHex(Digests.sha256(content));
    return new Evidence(kind, digest, source, thisUpdate, nextUpdate, content);
  }
}
