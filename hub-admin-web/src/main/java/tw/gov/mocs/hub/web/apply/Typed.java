package tw.gov.mocs.hub.web.apply;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the inputs of a step, by their names: as it was typed, or as it is kept. */
public final class Typed {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** As a form was sent. */
  static Typed of(Map<String, String[]> parameters) {
    Typed typed = new Typed();
    parameters.forEach((name, sent) -> typed.values.put(name, Arrays.asList(sent)));
    return typed;
  }

  /** One more input. */
  Typed put(String name, String text) {
    return put(name, List.of(text));
  }

  /** One more group of choices. */
  Typed put(String name, List<String> chosen) {
    values.put(name, List.copyOf(chosen));
    return this;
  }

  /** What stands in an input; "" if there is none. */
  public String text(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** What is chosen of a group. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether it is chosen. */
  public boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /** All its inputs. */
  Set<String> names() {
    return values.keySet();
  }

  /** Whether there was such an input at all. */
  boolean holds(String name) {
    return values.containsKey(name);
  }

  /** The same, but for these inputs what the other has. */
  Typed with(Set<String> names, Typed other) {
    Typed mixed = new Typed();
    mixed.values.putAll(values);
    names.forEach(
        name -> {
          mixed.values.remove(name);
          if (other.holds(name)) {
            mixed.values.put(name, other.all(name));
          }
        });
    return mixed;
  }
}
