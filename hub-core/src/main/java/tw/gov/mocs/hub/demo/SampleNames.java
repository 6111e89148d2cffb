package tw.gov.mocs.hub.demo;

import java.util.random.RandomGenerator;
import tw.gov.mocs.hub.shared.IdentityForms;

/** Names that nobody bears on purpose, and identity numbers that nobody can bear. */
final class SampleNames {

  private static final String[] SURNAMES =
      "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 洪 郭 邱 曾 廖 賴 徐 周 葉 蘇 莊 呂 江 何 蕭 羅 高 潘 簡 朱 鍾 游 彭 詹 胡 施 沈 余 盧 梁 趙 顏 柯 翁 魏 孫 戴 歐陽 張簡 𠮷"
          .split(" ");
  private static final String[] GIVEN =
      "志 明 俊 傑 建 宏 文 雄 淑 芬 美 玲 雅 婷 怡 君 佳 穎 欣 宜 家 豪 宗 翰 承 恩 冠 宇 子 涵 品 妤 詠 晴 柏 翰 秀 英 麗 華 國 榮 金 龍 玉 蘭 慧 敏 心 怡 育 德 𡈽 堃 峯 喆 𤦬"
          .split(" ");

  private SampleNames() {}

  static String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder(pick(SURNAMES, random)).append(pick(GIVEN, random));
    if (random.nextInt(12) > 0) {
      name.append(pick(GIVEN, random));
    }
    return name.toString();
  }

  /**
   * An identity number of the right form with a wrong check digit.
   *
   * @param index makes it unique, up to ten million a letter
   * @param male which second digit it has
   */
  static String identityNumber(int index, boolean male) {
    // 7919 and ten million have no common factor, so that no number comes twice.
    int serial = (int) ((index * 7919L + 1_234_567) % 10_000_000);
    String body =
        IdentityForms.LETTERS.charAt(index % IdentityForms.LETTERS.length())
            + (male ? "1" : "2")
            + digits(serial, 7);
    return body + (IdentityForms.checkDigit(body) + 1 + index % 9) % 10;
  }

  /** The number in so many digits; a Formatter would take longer than to store the row. */
  static String digits(long number, int length) {
    String digits = Long.toString(number);
    return "0".repeat(length - digits.length()) + digits;
  }

  static String pick(String[] from, RandomGenerator random) {
    return from[random.nextInt(from.length)];
  }
}
