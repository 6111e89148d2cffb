package tw.gov.mocs.hub.web.apply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tw.gov.mocs.hub.shared.Digests;

/**
 * A step that was changed in two windows. Guarantee: what only one of them changed is as that one
 * left it, and what both changed is as it was typed here, and named.
 *
 * @param merged what stands in the inputs
 * @param changedThere the inputs that only the other window changed
 * @param changedInBoth the inputs that both changed, each in its way
 */
record TwoWindows(Typed merged, List<String> changedThere, List<String> changedInBoth) {

  /** Of each input, what stood in it when the page was shown. */
  static final String WAS = "was";

  private static final int LETTERS = 16;

  /**
   * Compares them.
   *
   * @param typed what was sent from here
   * @param kept what the other window left
   */
  static TwoWindows of(StepAnswers answers, Typed typed, Typed kept) {
    Set<String> there = new LinkedHashSet<>();
    List<String> both = new ArrayList<>();
    for (String input : answers.inputs()) {
      String now = mark(kept, input);
      if (!kept.holds(input) || mark(typed, input).equals(now) || stood(typed, input, now)) {
        continue;
      }
      if (stood(typed, input, mark(typed, input))) {
        there.add(input);
      } else {
        both.add(input);
      }
    }
    return new TwoWindows(typed.with(there, kept), List.copyOf(there), List.copyOf(both));
  }

  /** What stands in the inputs now, for the form to say when it is sent. */
  static List<String> was(Typed kept) {
    return kept.names().stream().map(input -> mark(kept, input)).toList();
  }

  private static boolean stood(Typed typed, String input, String mark) {
    boolean shown = typed.all(WAS).stream().anyMatch(was -> was.startsWith(input + ":"));
    return shown ? typed.has(WAS, mark) : mark.equals(mark(new Typed(), input));
  }

  /** Browsers end lines in their own way. */
  private static String mark(Typed typed, String input) {
    String text = String.join("\n", typed.all(input)).replaceAll("\\R", "\n").strip();
    byte[] digest = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    return input + ":" + HexFormat.of().formatHex(digest).substring(0, LETTERS);
  }
}
