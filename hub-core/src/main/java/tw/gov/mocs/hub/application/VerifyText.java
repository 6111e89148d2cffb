package tw.gov.mocs.hub.application;

import java.util.ArrayList;
import java.util.List;
import tw.gov.mocs.hub.application.SignatureMapper.Evidence.Kind;
import tw.gov.mocs.hub.application.SignatureMapper.Signature;

/** VERIFY.txt: how the files of an {@link ApplicationEvidence} are verified with OpenSSL 3. */
final class VerifyText {

  private final ApplicationNumber number;
  private final Signature signature;
  private final int path;
  private final List<Kind> answers;
  private final long at;
  private int step;
  private final StringBuilder out = new StringBuilder();

  /**
   * For these files.
   *
   * @param path how many certificates there are, the root included
   * @param answers what the revocation answers are, from the signer's on
   */
  VerifyText(ApplicationNumber number, Signature signature, int path, List<Kind> answers) {
    this.number = number;
    this.signature = signature;
    this.path = path;
    this.answers = answers;
    this.at = signature.verifiedAt().getEpochSecond();
  }

  String text() {
    say("申請案 %s 的簽署證據；以 OpenSSL 3 驗證。".formatted(number));
    say("Evidence of application %s; verify it with OpenSSL 3.".formatted(number));
    SignatureLevel level = signature.signatureLevel();
    say("簽署方式 (level)：%s %s".formatted(level, level.label()));
    say("判定時間 (decided at)：" + signature.verifiedAt());
    document();
    if (signature.cms() == null) {
      paragraph(
          "本案未附簽章：由本系統見證該憑證於一次性驗證碼之連線中出示，請見收件證明。",
          "There is no signature: the hub witnesses that the card was shown in a connection made for"
              + " the nonce; see the receipt.");
    } else {
      signature();
    }
    path();
    responders();
    receipt();
    return out.toString();
  }

  private void document() {
    paragraph(
        next() + ". 申請文件的 SHA-256 必須等於 statement.txt 所載：" + signature.documentDigest(),
        "The SHA-256 of the document must be the one in statement.txt.");
    command("openssl dgst -sha256 document.json");
  }

  private void signature() {
    paragraph(
        next() + ". 簽章必須涵蓋 statement.txt，一個位元組都不能改。",
        "The signature must be over statement.txt, to the byte.");
    command(
        ("openssl cms -verify -binary -inform DER -in signature.p7s -content statement.txt"
                + " -certfile chain.pem -CAfile root.pem -purpose any -attime %d -out /dev/null")
            .formatted(at));
  }

  private void path() {
    paragraph(
        next() + ". 簽署憑證於判定時有效；root.pem 請與憑證機構公布的根憑證核對。",
        "The signer's certificate was good at that time; compare root.pem with the root that the"
            + " authority publishes.");
    List<String> words = new ArrayList<>(List.of("openssl verify -attime " + at));
    boolean leaf = !answers.isEmpty() && answers.get(0) == Kind.CRL;
    boolean all = leaf && answers.size() == path - 1 && !answers.contains(Kind.OCSP);
    if (leaf) {
      words.add(all ? "-crl_check_all" : "-crl_check");
    }
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) == Kind.CRL && (all || i == 0)) {
        words.add("-CRLfile crl-" + (i + 1) + ".pem");
      }
    }
    words.add("-untrusted chain.pem -CAfile root.pem certificate-1.pem");
    command(String.join(" ", words));
    if (!all) {
      lists();
    }
    if (signature.withinGrace()) {
      paragraph(
          "注意：判定時使用了已過更新時間、但仍在寬限期內的廢止資料；OpenSSL 會指出其已過期。",
          "Note: a revocation answer past its end was used, within the configured grace; OpenSSL will"
              + " say that it has expired.");
    }
  }

  /** OpenSSL looks into no list but those of the certificates that it is told to check. */
  private void lists() {
    for (int i = 1; i < answers.size(); i++) {
      if (answers.get(i) == Kind.CRL) {
        paragraph(
            "依廢止清冊，certificate-%d.pem 於判定時未被廢止。".formatted(i + 1),
            "By its authority's list, certificate-%d.pem was not revoked at that time."
                .formatted(i + 1));
        command(
            ("openssl verify -attime %d -crl_check -CRLfile crl-%d.pem -untrusted chain.pem"
                    + " -CAfile root.pem certificate-%d.pem")
                .formatted(at, i + 1, i + 1));
      }
    }
  }

  private void responders() {
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) == Kind.OCSP) {
        paragraph(
            "憑證機構對 certificate-%d.pem 的 OCSP 回應。".formatted(i + 1),
            "What the authority's responder said of certificate-%d.pem.".formatted(i + 1));
        command(
            ("openssl ocsp -respin ocsp-%d.der -issuer certificate-%d.pem -cert certificate-%d.pem"
                    + " -verify_other chain.pem -CAfile root.pem -no_nonce -attime %d")
                .formatted(i + 1, i + 2, i + 1, at));
      }
    }
  }

  private void receipt() {
    paragraph(
        next() + ". 本系統的收件證明。hub-chain.pem 請與銓敘部公布的憑證核對。",
        "The hub's receipt, which is printed; compare hub-chain.pem with the certificate that the"
            + " ministry publishes.");
    command(
        ("openssl cms -verify -binary -inform DER -in receipt.p7s -CAfile hub-chain.pem"
                + " -partial_chain -purpose any -attime %d")
            .formatted(at));
  }

  /** What there is nothing of takes no number. */
  private int next() {
    return ++step;
  }

  private void paragraph(String chinese, String english) {
    out.append('\n');
    say(chinese);
    say(english);
  }

  private void say(String line) {
    out.append(line).append('\n');
  }

  private void command(String line) {
    out.append("\n    ").append(line).append('\n');
  }
}
