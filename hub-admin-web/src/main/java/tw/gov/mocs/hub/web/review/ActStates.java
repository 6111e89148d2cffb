package tw.gov.mocs.hub.web.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** What the log holds before and after an act, in the language of the page. */
@Component("actStates")
public final class ActStates {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern STATE = Pattern.compile("[A-Z_]{3,20}");

  /** The forms of what the core logs of applications, grants and files; each names its text. */
  private static final List<Form> FORMS =
      List.of(
          form("signed", "(\\w+) signed (\\w+), document (\\w+), signature (\\w+), receipt (\\w+)"),
          form("until", "(\\w+) until (" + DAY + ")"),
          form("file", "(\\w+) ([0-9A-Z]{26})"),
          form("letter", "(" + DAY + ") (.+), scan ([0-9a-f]{64})"),
          form("grant", "grant version (\\d+)"),
          form("made", "(\\d+) rows, SHA-256 ([0-9a-f]{64})"),
          form("taken", "(\\d+) bytes, SHA-256 ([0-9a-f]{64})"),
          form("is", "(" + STATE + "|" + DAY + ")"));

  private static final Set<AuditAction> BY_HUB =
      Set.of(AuditAction.DELIVERY_MADE, AuditAction.DELIVERY_DOWNLOADED);

  private record Form(String name, Pattern pattern) {}

  private final MessageSource messages;
  private final RocFormat roc;

  ActStates(MessageSource messages, RocFormat roc) {
    this.messages = messages;
    this.roc = roc;
  }

  /** The text; what was logged where none is known, nothing for nothing. */
  public String of(@Nullable String logged, Locale locale) {
    if (logged == null) {
      return "";
    }
    for (Form form : FORMS) {
      Matcher known = form.pattern().matcher(logged);
      if (known.matches()) {
        Object[] told = new Object[known.groupCount()];
        for (int group = 0; group < told.length; group++) {
          told[group] = word(form.name(), known.group(group + 1), locale);
        }
        return text("review.logged." + form.name(), told, logged, locale);
      }
    }
    return logged;
  }

  /** Why, as somebody typed it; the hub itself names rows, bytes and digests there. */
  public String reason(ActLine act, Locale locale) {
    String reason = act.reason() == null ? "" : act.reason();
    return BY_HUB.contains(act.action()) ? of(reason, locale) : reason;
  }

  /** A state by its name and a day as people write it; anything else as it is. */
  private String word(String form, String logged, Locale locale) {
    if (DAY.matcher(logged).matches()) {
      return roc.day(LocalDate.parse(logged));
    }
    if (!STATE.matcher(logged).matches()) {
      return logged;
    }
    String kind = form.equals("file") ? "delivery.state." : "review.status.";
    String level = text("review.finding.signature." + logged, null, logged, locale);
    return text(kind + logged, null, level, locale);
  }

  private String text(String key, Object @Nullable [] told, String otherwise, Locale locale) {
    return String.valueOf(messages.getMessage(key, told, otherwise, locale));
  }

  private static Form form(String name, String pattern) {
    return new Form(name, Pattern.compile(pattern));
  }
}
