package tw.gov.mocs.hub.web.act;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;

/** Every history and every list of acts says by this what the log holds. */
@Component("actTexts")
public final class ActTexts {

  private final List<ActWords> all;
  private final LoggedWords words;
  private final SubjectWords subjects;

  ActTexts(List<ActWords> all, LoggedWords words, SubjectWords subjects) {
    this.all = List.copyOf(all);
    this.words = words;
    this.subjects = subjects;
  }

  /** What was done; an action that is no more by its name. */
  public String action(String action, Locale locale) {
    return words.word("audit.action.", action, locale);
  }

  /** A state before or after an act; "" for none. */
  public String state(String action, @Nullable String logged, Locale locale) {
    return logged == null
        ? ""
        : words(action)
            .map(known -> known.state(AuditAction.valueOf(action), logged, locale))
            .orElse(logged);
  }

  /** Why; "" for no reason. */
  public String reason(String action, @Nullable String logged, Locale locale) {
    return logged == null
        ? ""
        : words(action)
            .map(known -> known.reason(AuditAction.valueOf(action), logged, locale))
            .orElse(logged);
  }

  /** By whom: the hub has no name of its own, and operators have no account. */
  public String actor(String name, Locale locale) {
    return subjects.actor(name, locale);
  }

  /** On what: its kind and its number or name. */
  public String subject(String logged, Locale locale) {
    return subjects.subject(logged, locale);
  }

  private Optional<ActWords> words(String action) {
    return Arrays.stream(AuditAction.values())
        .filter(known -> known.name().equals(action))
        .findFirst()
        .flatMap(known -> all.stream().filter(one -> one.knows(known)).findFirst());
  }
}
