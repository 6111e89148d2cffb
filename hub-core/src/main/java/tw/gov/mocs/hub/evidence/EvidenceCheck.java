package tw.gov.mocs.hub.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.gov.mocs.hub.audit.InclusionProof;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Checks a package without the hub. Guarantee: a line that holds was computed from the package and
 * the given certificates alone; what the package only says is a note.
 */
public final class EvidenceCheck {

  private static final Pattern CHANGED_PART =
      Pattern.compile(RequestSignature.CHANGED_PART.formatted("(.+)"));

  private final EvidencePackage evidence;
  private final List<X509Certificate> trusted;
  private final RequestSignature.Verifier requests;
  private final List<EvidenceLine> lines = new ArrayList<>();

  /**
   * A check of one package.
   *
   * @param trusted certificates of the checkpoint key that the reader knows; none to take that of
   *     the package and say so
   */
  public EvidenceCheck(
      EvidencePackage evidence, List<X509Certificate> trusted, RequestSignature.Verifier requests) {
    this.evidence = evidence;
    this.trusted = List.copyOf(trusted);
    this.requests = requests;
  }

  /**
   * The record that the proof is about, whether or not it holds.
   *
   * @throws HubException VALUE_INVALID if the package holds no proof that can be read
   */
  public LogRecord record() {
    try {
      return proof().proven();
    } catch (IllegalArgumentException e) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no proof", e, "證據檔", "no proof in it");
    }
  }

  /** What the package proves, line by line. */
  public List<EvidenceLine> lines() {
    LogRecord record = record();
    lines.clear();
    checkProof();
    List<X509Certificate> path = certificates(EvidencePackage.CERTIFICATES);
    checkCertificates(record, path);
    new RevocationCheck(evidence, path, record, lines).check();
    checkRequest(record, path);
    return List.copyOf(lines);
  }

  private InclusionProof proof() {
    return InclusionProof.parse(new String(file(EvidencePackage.PROOF), US_ASCII));
  }

  private void checkProof() {
    List<X509Certificate> packed = certificates(EvidencePackage.CHECKPOINT_CERTIFICATE);
    List<X509Certificate> known = trusted.isEmpty() ? packed : trusted;
    InclusionProof proof = proof();
    X509Certificate signer = known.stream().filter(proof::holds).findFirst().orElse(null);
    lines.add(
        signer != null
            ? EvidenceLine.holds(
                "紀錄的內容與鹽值納入已簽署的檢查點",
                "content and salt of the record are included in a signed checkpoint")
            : EvidenceLine.fails(
                "紀錄的內容或鹽值與已簽署的檢查點不符，或檢查點不是以此憑證的金鑰簽署",
                "the record is not what a checkpoint signed under this certificate includes"));
    if (signer != null && trusted.isEmpty()) {
      String thumbprint = Certificates.thumbprint(signer);
      lines.add(
          EvidenceLine.note(
              "檢查點憑證取自證據檔，請與銓敘部提供的 SHA-256 核對：" + thumbprint,
              "the checkpoint certificate is that of the package; compare its SHA-256 with what the"
                  + " ministry gives: "
                  + thumbprint));
    }
  }

  private void checkCertificates(LogRecord record, List<X509Certificate> path) {
    if (path.isEmpty()) {
      lines.add(
          EvidenceLine.note(
              "證據檔沒有呼叫端的憑證（匯出時已未登記）",
              "no certificate of the caller in the package: it was not registered any more"));
      return;
    }
    String recorded = record.facts().getOrDefault("certThumbprint", "");
    String caller = path.get(0).getSubjectX500Principal().toString();
    lines.add(
        Certificates.thumbprint(path.get(0)).equals(recorded)
            ? EvidenceLine.holds(
                "呼叫端憑證即紀錄所載者：" + caller, "the caller's certificate is the recorded one: " + caller)
            : EvidenceLine.fails(
                "證據檔的呼叫端憑證不是紀錄所載者：" + caller,
                "the certificate in the package is not the recorded one: " + caller));
    if (path.size() > 1) {
      String root = path.get(path.size() - 1).getSubjectX500Principal().toString();
      lines.add(
          isPath(path)
              ? EvidenceLine.holds(
                  "憑證路徑的簽章成立，至：" + root, "the signatures of its path hold, up to: " + root)
              : EvidenceLine.fails(
                  "憑證路徑中斷：有憑證不是由其上層所簽發，路徑至：" + root,
                  "its path is broken: a certificate is not signed by the next, up to: " + root));
    }
  }

  private static boolean isPath(List<X509Certificate> path) {
    try {
      for (int i = 0; i < path.size(); i++) {
        path.get(i).verify(path.get(Math.min(i + 1, path.size() - 1)).getPublicKey());
      }
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void checkRequest(LogRecord record, List<X509Certificate> path) {
    Map<String, String> facts = record.facts();
    boolean kept = facts.containsKey("evidenceDigest");
    byte[] message = evidence.files().get(EvidencePackage.REQUEST);
    if (message == null) {
      lines.add(
          kept
              ? EvidenceLine.fails("保存的請求不在證據檔中", "the kept request is not in the package")
              : EvidenceLine.note("請求只保存摘要", "of the request only the digest was kept"));
      return;
    }
    RequestSignature signature;
    try {
      signature = requests.verify(message, path);
    } catch (HubException e) {
      lines.add(
          EvidenceLine.fails(
              "請求遭變更或其簽章無效：" + e.sentence(Locale.TRADITIONAL_CHINESE) + chinese(e.detail()),
              "the request was changed, or its signature is not valid: "
                  + e.detail()
                  + " ("
                  + e.code().code()
                  + ")"));
      return;
    }
    lines.add(
        Certificates.thumbprint(signature.certificate()).equals(facts.get("certThumbprint"))
            ? EvidenceLine.holds(
                "請求的簽章成立，且為紀錄所載之憑證所簽",
                "the signature of the request holds and is of the recorded certificate")
            : EvidenceLine.fails(
                "請求不是紀錄所載之憑證所簽", "the request is not signed by the recorded certificate"));
    lines.add(
        HexFormat.of().formatHex(signature.bodyDigest()).equals(facts.get("requestDigest"))
            ? EvidenceLine.holds(
                "請求的內容即紀錄所載者（簽署之 Body 摘要相同）",
                "the request is the recorded one: the digest of its signed Body is the same")
            : EvidenceLine.fails(
                "請求的內容不是紀錄所載者（簽署之 Body 摘要不同）",
                "the request is another than the recorded one: the digest of its signed Body"
                    + " differs"));
  }

  /** What of a signature does not hold, where that can be told. */
  private static String chinese(String detail) {
    Matcher changed = CHANGED_PART.matcher(detail);
    if (changed.matches()) {
      return "；簽署後 " + changed.group(1) + " 的內容曾被變更";
    }
    return detail.equals(RequestSignature.OTHER_VALUE) ? "；簽章值與憑證的金鑰或簽署的內容不符" : "";
  }

  private byte[] file(String name) {
    return evidence.files().getOrDefault(name, new byte[0]);
  }

  private List<X509Certificate> certificates(String name) {
    byte[] pem = file(name);
    if (pem.length == 0) {
      return List.of();
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, name + " cannot be read", e, "證據檔", name + " cannot be read");
    }
  }
}
