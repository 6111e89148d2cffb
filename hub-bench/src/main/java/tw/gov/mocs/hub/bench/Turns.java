package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The order of a measurement: all in turns, so that whatever else the machine does meanwhile meets
 * all alike.
 *
 * @param warmUp rounds that do not count
 * @param rounds rounds that count
 * @param say told before each
 */
record Turns(int warmUp, int rounds, Consumer<String> say) {

  /** What one contender does in its turn. */
  interface Turn<T> {

    /**
     * @param counts false in the rounds for warming up
     */
    void of(T contender, boolean counts) throws IOException;
  }

  <T> void take(String what, List<T> contenders, Turn<T> turn) throws IOException {
    for (int i = 1; i <= warmUp + rounds; i++) {
      boolean counts = i > warmUp;
      say.accept(
          counts
              ? "%s, round %d of %d …".formatted(what, i - warmUp, rounds)
              : "%s, warming up, round %d of %d …".formatted(what, i, warmUp));
      for (T contender : contenders) {
        turn.of(contender, counts);
      }
    }
  }
}
