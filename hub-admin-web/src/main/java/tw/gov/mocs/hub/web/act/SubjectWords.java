package tw.gov.mocs.hub.web.act;

import java.util.Locale;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.SubjectKind;

/** Says on what an act was, and by whom, in the language of the page. */
@Component
public final class SubjectWords {

  private static final String OPERATOR = "operator:";

  private final LoggedWords words;

  /** By these words. */
  public SubjectWords(LoggedWords words) {
    this.words = words;
  }

  /** On what: its kind and its number or name; what has no kind as it was logged. */
  public String subject(String logged, Locale locale) {
    return SubjectKind.of(logged).map(kind -> said(kind, logged, locale)).orElse(logged);
  }

  /** By whom: the hub and whom it does not know have no names, and operators have no account. */
  public String actor(String logged, Locale locale) {
    if (logged.equals(Actor.UNKNOWN)) {
      return words.text("act.unknown", locale);
    }
    if (logged.equals(Actor.HUB.name())) {
      return words.text("act.hub", locale);
    }
    return logged.startsWith(OPERATOR)
        ? words.text("act.operator", locale, logged.substring(OPERATOR.length()))
        : logged;
  }

  private String said(SubjectKind kind, String logged, Locale locale) {
    String rest = kind.rest(logged);
    if (kind.spellsItself()) {
      return rest;
    }
    String label = words.text("act.subject." + kind, locale);
    if (rest.isEmpty()) {
      return label;
    }
    String named =
        switch (kind) {
          case PAGE -> words.word("act.page.", rest, locale);
          case SETTING -> words.titled("setting." + rest, rest, locale);
          default -> rest;
        };
    return words.text("act.subject", locale, label, named);
  }
}
