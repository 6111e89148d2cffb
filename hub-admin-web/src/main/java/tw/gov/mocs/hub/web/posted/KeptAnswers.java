package tw.gov.mocs.hub.web.posted;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kept answers of one login, each in an attribute of its own: two windows do not disturb one
 * another. Guarantee: another login never sees them, and they are few and small.
 */
final class KeptAnswers {

  /** So many at once, for all of them are read with the session: the oldest are forgotten. */
  static final int MOST = 6;

  /** The longest, compressed; the pages of ours have a fifth of it. */
  static final int LARGEST = 100_000;

  private static final String PREFIX = KeptAnswer.class.getName() + ".";

  private final HttpSession session;

  KeptAnswers(HttpSession session) {
    this.session = session;
  }

  /** Keeps one and says by which key; empty for one that is too large. */
  Optional<String> keep(KeptAnswer answer) {
    if (answer.packed().length > LARGEST) {
      return Optional.empty();
    }
    all().entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getValue().at(), Comparator.reverseOrder()))
        .skip(MOST - 1L)
        .map(Map.Entry::getKey)
        .forEach(session::removeAttribute);
    String key = UUID.randomUUID().toString();
    session.setAttribute(PREFIX + key, answer);
    return Optional.of(key);
  }

  Optional<KeptAnswer> find(String key, String page) {
    return session.getAttribute(PREFIX + key) instanceof KeptAnswer answer
            && answer.page().equals(page)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** Forgets one and those that led to it: what they told was mended. */
  void forget(String key) {
    @Nullable String next = key;
    while (next != null && session.getAttribute(PREFIX + next) instanceof KeptAnswer answer) {
      session.removeAttribute(PREFIX + next);
      next = answer.before();
    }
  }

  private Map<String, KeptAnswer> all() {
    Map<String, KeptAnswer> all = new HashMap<>();
    for (String name : Collections.list(session.getAttributeNames())) {
      if (name.startsWith(PREFIX) && session.getAttribute(name) instanceof KeptAnswer answer) {
        all.put(name, answer);
      }
    }
    return all;
  }
}
