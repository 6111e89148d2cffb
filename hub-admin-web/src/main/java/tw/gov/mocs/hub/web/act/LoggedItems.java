package tw.gov.mocs.hub.web.act;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the core logs named items after each other; a text may hold anything but such a name. */
public final class LoggedItems {

  private final Pattern item;

  /**
   * Items such as {@code NAME=text; NAME=text}.
   *
   * @param names which may stand there
   * @param next between two of them
   * @param is between a name and its text, a pattern
   */
  public LoggedItems(Stream<String> names, String next, String is) {
    this.item =
        Pattern.compile(
            names.map(Pattern::quote).collect(joining("|", "(?:^|" + next + ")(", ")" + is)));
  }

  /** The texts by their names, in their order; none where something else was logged. */
  Map<String, String> of(String logged) {
    List<MatchResult> found = item.matcher(logged).results().toList();
    Map<String, String> all = new LinkedHashMap<>();
    if (!found.isEmpty() && found.get(0).start() == 0) {
      for (int i = 0; i < found.size(); i++) {
        int end = i + 1 == found.size() ? logged.length() : found.get(i + 1).start();
        all.put(found.get(i).group(1), logged.substring(found.get(i).end(), end));
      }
    }
    return all;
  }
}
