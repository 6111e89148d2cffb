package tw.gov.mocs.hub.web.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the inputs of the decision form, by their names. */
public final class Inputs {

  /** One value of an input, as a page that goes on must repeat it. */
  public record Kept(String name, String value) {}

  private static final Set<String> NOT_KEPT =
      Set.of("action", "_csrf", "version", "seen", "language");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** As a form was sent. */
  static Inputs of(HttpServletRequest request) {
    Inputs inputs = new Inputs();
    request.getParameterMap().forEach((name, sent) -> inputs.put(name, Arrays.asList(sent)));
    return inputs;
  }

  Inputs put(String name, String value) {
    return put(name, List.of(value));
  }

  Inputs put(String name, List<String> chosen) {
    values.put(name, List.copyOf(chosen));
    return this;
  }

  /** What stands in an input, without blanks around it; "" if there is none. */
  public String text(String name) {
    return all(name).stream().findFirst().orElse("").replace("\r\n", "\n").strip();
  }

  /** What is chosen of a group. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether it is chosen. */
  public boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /** All of them but those that each page has of its own. */
  public List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    values.forEach(
        (name, all) -> {
          if (!NOT_KEPT.contains(name)) {
            all.forEach(value -> kept.add(new Kept(name, value)));
          }
        });
    return kept;
  }
}
