package tw.gov.mocs.hub.evidence;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LogRecord;

/** What somebody who opens a package reads first. */
final class ReadMe {

  private ReadMe() {}

  /**
   * The text.
   *
   * @param fault what of the record does not fit the log; null if everything does
   */
  static String text(
      LogRecord record, @Nullable String fault, Set<String> files, Actor auditor, Instant at) {
    String unfit =
        fault == null
            ? ""
            : """

              ※ 匯出時，這筆紀錄與稽核鏈不符：紀錄曾遭變更，本證據不成立。
              ※ When it was exported this record did not fit the log: it %s. It is no evidence.
              """
                .formatted(fault);
    String request =
        files.contains(EvidencePackage.REQUEST)
            ? """
              %s 是機關當時簽署的完整請求，含有個人資料。
              %s is the whole request as the agency signed it; it holds personal data.
              """
                .formatted(EvidencePackage.REQUEST, EvidencePackage.REQUEST)
            : """
              依服務的設定，完整的請求沒有保存，只有摘要。
              By the policy of the service the request itself was not kept, only its digest.
              """;
    return """
        銓敘部 人事雲端服務平台：呼叫紀錄證據
        Ministry of Civil Service, Personnel Data Exchange Hub: evidence of a call

        ※ 本檔案含有個人資料，僅得用於取得之目的，並應妥善保管。
        ※ This package holds personal data. Use it for its purpose alone, and keep it safe.
        %s
        紀錄 Record: %s（節點 node %s，第 %d 列 row）
        匯出 Exported: %s，%s

        %s
        檔案 Files: %s

        %s：紀錄的內容、鹽值、納入證明及簽署的檢查點。
        %s: the record's content, its salt, the proof of its inclusion, and the signed checkpoint.
        %s：檢查點金鑰的憑證；請另向銓敘部核對其 SHA-256。
        %s: certificate of the checkpoint key; compare its SHA-256 with the one that the ministry gives.
        憑證及廢止資訊為匯出當時所取得；呼叫當時的廢止狀態記於紀錄的 revocation。
        Certificates and answers about revocation are of the time of export; what was known at the time
        of the call stands in the record (revocation).

        離線驗證 Check it offline: ./hub verify-evidence FILE --key KEY.pem
        """
        .formatted(
            unfit,
            record.recordId(),
            record.node(),
            record.seq(),
            at,
            auditor.name(),
            request,
            String.join(", ", new TreeSet<>(files)),
            EvidencePackage.PROOF,
            EvidencePackage.PROOF,
            EvidencePackage.CHECKPOINT_CERTIFICATE,
            EvidencePackage.CHECKPOINT_CERTIFICATE);
  }

  /** The record for a reader; what proves it is the content in the proof. */
  static String record(LogRecord record) {
    StringBuilder text = new StringBuilder();
    line(text, "recordId", record.recordId());
    line(text, "kind", record.kind());
    line(text, "chain", record.node() + " row " + record.seq());
    line(text, "recordedAt", record.recordedAt().toString());
    record.facts().forEach((name, value) -> line(text, name, value));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-18s %s%n".formatted(name, value).replace("\r\n", "\n"));
  }
}
