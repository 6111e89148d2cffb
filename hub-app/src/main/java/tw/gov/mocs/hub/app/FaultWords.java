package tw.gov.mocs.hub.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is wrong with a setting, in Chinese. The sentences come from the code that takes the setting
 * into use, and from Jakarta Validation; one that is not known here is told in English alone.
 */
final class FaultWords {

  /** Sentences whose last part is another sentence. */
  private static final List<Words> BEGINNINGS =
      List.of(
          new Words("the file (.+?): (.+)", "檔案 %s：%s"),
          new Words("the path (.+?) cannot be used: (.+)", "路徑 %s 無法使用：%s"),
          new Words("revocation of (.+?): (.+)", "%s 的廢止資料：%s"));

  private static final List<Words> WORDS =
      List.of(
          new Words("it cannot be read", "無法讀取"),
          new Words(
              "it holds something else than checkpoints; .*",
              "內容不是檢查點；請先查核紀錄（./hub verify-log），再將檔案移走保存，或改用其他檔案"),
          new Words(
              "it does not end with a checkpoint; .*",
              "結尾不是檢查點；請先查核紀錄（./hub verify-log），再將檔案移走保存（將重新產生）"),
          new Words("no certificate can be read from it", "無法從中讀出憑證"),
          new Words("no private key can be read from it", "無法從中讀出私鑰"),
          new Words("it is no properties file: (.*)", "不是 properties 檔：%s"),
          new Words("its certificate counts from (.*) to (.*)", "憑證有效期間為 %s 至 %s，目前不在其內"),
          new Words("it is the key of (.*) too", "與 %s 是同一把金鑰；各須有自己的金鑰"),
          new Words("is the port of (.*) too", "與 %s 的埠號相同"),
          new Words("two keys have the id (.*)", "有兩把金鑰的 id 都是 %s"),
          new Words("(.*) cannot be written", "%s 無法寫入"),
          new Words("is no mail address: (.*)", "不是電子郵件位址：%s"),
          new Words("it has no name", "沒有名稱"),
          new Words("nothing of its path exists", "路徑完全不存在"),
          new Words("it is no file that can be written", "不是可寫入的檔案"),
          new Words("is missing", "未設定"),
          new Words("there is no such setting; unset .*", "沒有這個設定；這是一個環境變數，請取消設定（unset）"),
          new Words("there is no such setting", "沒有這個設定"),
          new Words("must not be empty; leave it out for the default", "不得空白；使用預設值請刪除此行"),
          new Words("is neither true nor false: (.*)", "不是 true 也不是 false：%s"),
          new Words("is no number: (.*)", "不是數字：%s"),
          new Words("'(.*)' is not a valid duration", "「%s」不是一段時間，例如 30s、5m、8h、7d"),
          new Words("must match \"(.*)\"", "須符合 %s"),
          new Words("must be greater than or equal to (.*)", "須大於或等於 %s"),
          new Words("must be less than or equal to (.*)", "須小於或等於 %s"),
          new Words("must be longer than or equal to (.*) days?", "不得短於 %s 天"),
          new Words("must be longer than or equal to (.*) hours?", "不得短於 %s 小時"),
          new Words("must be longer than or equal to (.*) minutes?", "不得短於 %s 分鐘"),
          new Words("must be longer than or equal to (.*) milliseconds?", "不得短於 %s 毫秒"),
          new Words("must be longer than or equal to (.*) seconds?", "不得短於 %s 秒"),
          new Words("must be longer than or equal to 0", "不得為負"),
          new Words("must be shorter than or equal to (.*) days?", "不得長於 %s 天"),
          new Words("must be shorter than or equal to (.*) hours?", "不得長於 %s 小時"),
          new Words("must be shorter than or equal to (.*) minutes?", "不得長於 %s 分鐘"),
          new Words("must be shorter than or equal to (.*) seconds?", "不得長於 %s 秒"),
          new Words("there is no such file", "沒有這個檔案"),
          new Words("it holds no certificate", "其中沒有憑證"),
          new Words("others can read it; chmod 600", "其他人可以讀取；請執行 chmod 600"),
          new Words("it must hold 64 hexadecimal digits", "內容須為 64 個十六進位數字"),
          new Words("it is not the key of (.*)", "不是 %s 的私鑰"),
          new Words("(.*) is no folder", "%s 不是資料夾"),
          new Words(
              "issuer is neither a certificate file nor a distinguished name",
              "issuer 不是憑證檔，也不是識別名稱（DN）"),
          new Words(
              "crl must be a file:, http: or https: address", "crl 須為 file:、http: 或 https: 位址"),
          new Words("it has neither crl nor ocsp", "crl 與 ocsp 都沒有設定"),
          new Words("not an address block: (.*)", "不是 IP 位址範圍：%s"),
          new Words("the JDBC address must begin with (.*)", "JDBC 位址開頭須為 %s"),
          new Words("plain HTTP is possible on a loopback host only", "未加密的 HTTP 只能用於本機位址"),
          new Words(
              "page-rows must not be more than max-page-rows", "page-rows 不得大於 max-page-rows"),
          new Words(
              "session-idle must not be longer than session-life",
              "session-idle 不得長於 session-life"),
          new Words(
              "last-days, second-days and first-days follow each other",
              "last-days、second-days、first-days 須依序遞增"),
          new Words("must be an http: or https: address", "須為 http: 或 https: 位址"),
          new Words("must be given with a host", "設定了 host 就必須設定"),
          new Words("it holds no unencrypted private key", "其中沒有未加密的私鑰"),
          new Words("Invalid URI syntax: (.*)", "不是位址：%s"),
          new Words(
              "soap-url and portal-url are given both or not at all",
              "soap-url 與 portal-url 須一併設定"));

  private FaultWords() {}

  /** A sentence and its Chinese, in which what the sentence names stands. */
  private record Words(Pattern english, String chinese) {

    Words(String english, String chinese) {
      this(Pattern.compile(english, Pattern.DOTALL), chinese);
    }
  }

  /** The fault in Chinese, then in English. */
  static String inBoth(String said) {
    String english = said.replaceAll("(\\d) (milli|nano)(s?)\\b", "$1 $2second$3");
    return inChinese(english).map(chinese -> chinese + " · " + english).orElse(english);
  }

  /** The fault in Chinese, if its sentence is known here. */
  static Optional<String> inChinese(String english) {
    for (Words words : BEGINNINGS) {
      Matcher found = words.english().matcher(english);
      if (found.matches()) {
        return inChinese(found.group(2))
            .map(rest -> words.chinese().formatted(found.group(1), rest));
      }
    }
    return WORDS.stream()
        .map(words -> said(words, words.english().matcher(english)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> said(Words words, Matcher found) {
    if (!found.matches()) {
      return Optional.empty();
    }
    Object[] named = IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray();
    return Optional.of(words.chinese().formatted(named));
  }
}
