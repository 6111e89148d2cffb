package tw.gov.mocs.hub.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.shared.RocDate;

/** The short texts that are signed: the applicant's statement and the hub's receipt. */
final class Statement {

  private Statement() {}

  /** What the applicant signs. */
  static byte[] of(
      Application draft,
      Agency agency,
      String documentDigest,
      String nonce,
      String thumbprint,
      Instant at) {
    String terms = draft.consent() == null ? "" : draft.consent().termsVersion();
    return utf8(
        """
        人事雲端服務平台資料交換服務 確定提出申請
        申請機關：%s %s
        草稿編號：%d（第 %d 版）
        申請文件 SHA-256：%s
        管理規範版本：%s
        一次性驗證碼：%s
        登入憑證 SHA-256：%s
        時間：%s
        本機關確認上列申請文件之內容正確，並提出申請。
        """
            .formatted(
                agency.code(),
                agency.name(),
                draft.id(),
                draft.version(),
                documentDigest,
                terms,
                nonce,
                thumbprint,
                time(at)));
  }

  /** What the hub signs. */
  static byte[] receipt(
      Application submitted,
      Submission submission,
      SignatureLevel level,
      String documentDigest,
      String statementDigest,
      @Nullable String signatureDigest,
      String serial) {
    return utf8(
        """
        銓敘部 人事雲端服務平台 申請收件證明
        申請案號：%s
        草稿編號：%d
        申請機關：%s
        申請文件 SHA-256：%s
        申請聲明 SHA-256：%s
        簽署方式：%s
        簽章 SHA-256：%s
        簽署憑證序號：%s
        簽署憑證 SHA-256：%s
        憑證卡號：%s
        收件時間：%s
        """
            .formatted(
                submission.number(),
                submitted.id(),
                submitted.agencyCode(),
                documentDigest,
                statementDigest,
                level.label(),
                signatureDigest == null ? "無" : signatureDigest,
                serial,
                submission.thumbprint(),
                submission.cardNumber() == null ? "無" : submission.cardNumber(),
                time(submission.at())));
  }

  /** ISO 8601 with Taipei's offset. */
  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(RocDate.TAIPEI).toOffsetDateTime().toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
