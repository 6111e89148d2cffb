package tw.gov.mocs.hub.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void marksTheOtherFormsOfAWord() {
    assertThat(marked(MarkedText.of("平台與平臺的 Cookie", Keyword.of("平臺 ｃｏｏｋｉｅ"))))
        .isEqualTo("[平台]與[平臺]的 [Cookie]");
  }

  @Test
  void marksEveryHitWhateverItsCase() {
    assertThat(marked(MarkedText.of("SOAP 與 soap 之退休資料", Keyword.of("Soap 退休"))))
        .isEqualTo("[SOAP] 與 [soap] 之[退休]資料");
  }

  @Test
  void takesWordsLiterally() {
    assertThat(marked(MarkedText.of("a.b axb", Keyword.of("a.b")))).isEqualTo("[a.b] axb");
  }

  @Test
  void countsPlacesInUnitsOfTheText() {
    MarkedText text = MarkedText.of("𠮷田太郎", Keyword.of("太郎"));
    assertThat(text.marks()).containsExactly(new MarkedText.Mark(3, 5));
  }

  @Test
  void beginsALittleBeforeTheFirstHit() {
    String body = "前".repeat(500) + "退休" + "後".repeat(500);
    assertThat(marked(MarkedText.excerpt(body, Keyword.of("退休"))))
        .isEqualTo("…" + "前".repeat(40) + "[退休]" + "後".repeat(118) + "…");
  }

  @Test
  void beginsAtTheBeginningWhereNothingIsHit() {
    assertThat(MarkedText.excerpt("一".repeat(500), Keyword.of("無")).text())
        .isEqualTo("一".repeat(MarkedText.EXCERPT) + "…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    String body = "𠮷".repeat(300) + "a退休" + "𠮷".repeat(300);
    String text = MarkedText.excerpt(body, Keyword.of("退休")).text();
    assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count()).isZero();
    assertThat(text).contains("a退休");
  }

  @Test
  void leavesOutTheSignsOfMarkdown() {
    String body = "## 標題\n\n* **重要**：見[說明](https://a.tw/b)\n1. `碼`";
    assertThat(MarkedText.excerpt(body, Keyword.of("無")).text()).isEqualTo("標題 重要：見說明 碼");
  }

  @Test
  void comesInPiecesForAPage() {
    assertThat(MarkedText.of("退休與撫卹資料退休", Keyword.of("退休 撫卹")).pieces())
        .containsExactly(
            new MarkedText.Piece("退休", true),
            new MarkedText.Piece("與", false),
            new MarkedText.Piece("撫卹", true),
            new MarkedText.Piece("資料", false),
            new MarkedText.Piece("退休", true));
    assertThat(MarkedText.of("無", Keyword.of("有")).pieces())
        .containsExactly(new MarkedText.Piece("無", false));
  }

  private static String marked(MarkedText text) {
    StringBuilder shown = new StringBuilder(text.text());
    for (MarkedText.Mark mark :
        text.marks().stream().sorted((a, b) -> b.from() - a.from()).toList()) {
      shown.insert(mark.to(), "]").insert(mark.from(), "[");
    }
    return shown.toString();
  }
}
