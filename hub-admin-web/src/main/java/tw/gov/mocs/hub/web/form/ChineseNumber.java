package tw.gov.mocs.hub.web.form;

/** A number below a hundred as points of a text are numbered: 一, 十, 十二, 二十一. */
final class ChineseNumber {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int TEN = 10;

  private ChineseNumber() {}

  static String of(int number) {
    int tens = number / TEN;
    int ones = number % TEN;
    String before = tens < 2 ? "" : digit(tens);
    return (tens == 0 ? "" : before + "十") + (ones == 0 ? "" : digit(ones));
  }

  private static String digit(int digit) {
    return DIGITS.substring(digit, digit + 1);
  }
}
