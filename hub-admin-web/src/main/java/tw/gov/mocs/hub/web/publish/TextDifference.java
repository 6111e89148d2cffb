package tw.gov.mocs.hub.web.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.Bilingual;
import tw.gov.mocs.hub.content.ContentPage;

/**
 * What a new version says otherwise than the one in force.
 *
 * @param part which text, by its input
 * @param lines all of it, with what goes and what comes
 */
record TextDifference(String part, List<Line> lines) {

  /** Of more pairs of lines than this, all of the text is shown as going and coming. */
  private static final int MOST = 4_000_000;

  /** What becomes of a line. */
  enum Fate {
    STAYS,
    GOES,
    COMES
  }

  /** One line of a text. */
  record Line(Fate fate, String text) {}

  /** The texts that differ, in the order of the form. */
  static List<TextDifference> between(ContentPage before, TypedText typed) {
    List<TextDifference> all = new ArrayList<>();
    Bilingual title = typed.title();
    Bilingual text = typed.text();
    add(all, "titleZh", before.title().zh(), title.zh());
    add(all, "titleEn", before.title().en(), title.en());
    add(all, "textZh", before.body().zh(), text.zh());
    add(all, "textEn", before.body().en(), text.en());
    return all;
  }

  private static void add(
      List<TextDifference> all, String part, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      all.add(new TextDifference(part, lines(of(before), of(after))));
    }
  }

  private static List<String> of(@Nullable String text) {
    return text == null ? List.of() : text.lines().toList();
  }

  /** The fewest lines that go and come. */
  static List<Line> lines(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>(all(Fate.STAYS, before.subList(0, head)));
    lines.addAll(
        middle(
            before.subList(head, before.size() - tail), after.subList(head, after.size() - tail)));
    lines.addAll(all(Fate.STAYS, before.subList(before.size() - tail, before.size())));
    return lines;
  }

  private static List<Line> middle(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    int i = before.size();
    int j = after.size();
    if ((long) i * j > MOST) {
      lines.addAll(all(Fate.GOES, before));
      lines.addAll(all(Fate.COMES, after));
      return lines;
    }
    int[][] common = common(before, after);
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
        lines.add(new Line(Fate.STAYS, before.get(--i)));
        j--;
      } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
        lines.add(new Line(Fate.COMES, after.get(--j)));
      } else {
        lines.add(new Line(Fate.GOES, before.get(--i)));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  /** How many lines the first i of one text and the first j of the other have in common. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        common[i][j] =
            before.get(i - 1).equals(after.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return common;
  }

  private static List<Line> all(Fate fate, List<String> texts) {
    return texts.stream().map(text -> new Line(fate, text)).toList();
  }
}
