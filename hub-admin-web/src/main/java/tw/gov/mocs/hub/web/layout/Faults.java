package tw.gov.mocs.hub.web.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * What is wrong with a form that was sent, in the order of its fields: shown at its top and at
 * each.
 */
public final class Faults {

  /**
   * One of them.
   *
   * @param field the id of the input
   * @param text the sentence, in the language of the page
   * @param named whether the sentence says by itself which input it is about
   */
  public record Fault(String field, String text, boolean named) {}

  /** The sentences of a page, in its language. */
  @FunctionalInterface
  public interface Sentences {

    /**
     * One of them.
     *
     * @param key of the messages
     * @param told what it names
     */
    String of(String key, Object... told);
  }

  private final List<Fault> all = new ArrayList<>();

  /** Adds one. */
  public Faults add(String field, String text) {
    return add(new Fault(field, text, false));
  }

  /** Adds one whose sentence says by itself which input it is about. */
  public Faults addNamed(String field, String text) {
    return add(new Fault(field, text, true));
  }

  /** Adds one as it is. */
  public Faults add(Fault fault) {
    all.add(fault);
    return this;
  }

  /**
   * Adds what is wrong with a typed reason of an act, if anything is: the log takes none that is
   * missing or too long, or that holds an identity number.
   */
  public Faults addReason(String typed, int longest, Sentences sentences) {
    if (typed.isEmpty()) {
      return add("reason", sentences.of("acts.reason.missing"));
    }
    return typed.length() > longest
        ? add("reason", sentences.of("acts.reason.long", longest))
        : addNumber("reason", typed, sentences);
  }

  /** Adds that a text holds an identity number, if it does: of what gets into the log or a mail. */
  public Faults addNumber(String field, String typed, Sentences sentences) {
    return IdentityForms.in(typed) ? add(field, sentences.of("acts.number")) : this;
  }

  /** All of them. */
  public List<Fault> all() {
    return List.copyOf(all);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What is wrong with an input; null if nothing is. */
  public @Nullable String of(String field) {
    return all.stream()
        .filter(fault -> fault.field().equals(field))
        .map(Fault::text)
        .findFirst()
        .orElse(null);
  }
}
