package tw.gov.mocs.hub.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.shared.SignedTime;

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
        Personnel cloud services: submission of an application
        申請機關 Agency：%s %s
        草稿編號 Draft：%d（第 %d 版 version）
        申請文件 Document SHA-256：%s
        管理規範版本 Terms of use：%s
        一次性驗證碼 One-time code：%s
        登入憑證 Login certificate SHA-256：%s
        時間 Time：%s
        本機關確認上列申請文件之內容正確，並提出申請。
        The agency confirms that the document above is correct, and submits the application.
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
                SignedTime.text(at)));
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
        Ministry of Civil Service, personnel cloud services: receipt of an application
        申請案號 Application：%s
        草稿編號 Draft：%d
        申請機關 Agency：%s
        申請文件 Document SHA-256：%s
        申請聲明 Statement SHA-256：%s
        簽署方式 How it was signed：%s
        簽章 Signature SHA-256：%s
        簽署憑證序號 Certificate serial number：%s
        簽署憑證 Certificate SHA-256：%s
        憑證卡號 Card number：%s
        收件時間 Received：%s
        """
            .formatted(
                submission.number(),
                submitted.id(),
                submitted.agencyCode(),
                documentDigest,
                statementDigest,
                level.label(),
                signatureDigest == null ? "無 none" : signatureDigest,
                serial,
                submission.thumbprint(),
                submission.cardNumber() == null ? "無 none" : submission.cardNumber(),
                SignedTime.text(submission.at())));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
