package tw.gov.mocs.hub.web.act;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** Says what was logged: days as people write them, constants by their names, items labelled. */
@Component
public final class LoggedWords {

  private static final Pattern DAY = Pattern.compile(LoggedForm.DAY);
  private static final Pattern MOMENT = Pattern.compile(LoggedForm.DAY + "T[0-9:.]+Z");
  private static final Pattern CONSTANTS = Pattern.compile("\\[?([A-Z_]+(?:, [A-Z_]+)*)\\]?");

  private final MessageSource messages;
  private final RocFormat roc;

  /** With the texts of the portal. */
  public LoggedWords(MessageSource messages, RocFormat roc) {
    this.messages = messages;
    this.roc = roc;
  }

  /** A text of the page. */
  public String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  /** The title that a text has, with the name that the log keeps; else the name alone. */
  String titled(String key, String name, Locale locale) {
    String title = messages.getMessage(key, null, "", locale);
    return title == null || title.isEmpty() ? name : text("act.titled", locale, title, name);
  }

  /** In the first form that fits. */
  public Optional<String> said(List<LoggedForm> forms, String logged, Locale locale) {
    for (LoggedForm form : forms) {
      Matcher known = form.pattern().matcher(logged);
      if (known.matches()) {
        Object[] told = new Object[known.groupCount()];
        for (int group = 0; group < told.length; group++) {
          String words = group < form.words().size() ? form.words().get(group) : "";
          told[group] = word(words, known.group(group + 1), locale);
        }
        return Optional.of(text(form.key(), locale, told));
      }
    }
    return Optional.empty();
  }

  /**
   * Each item with its label; empty where something else was logged.
   *
   * @param label of a name
   * @param value of a name and its text
   */
  public Optional<String> labelled(
      LoggedItems items,
      String logged,
      UnaryOperator<String> label,
      BinaryOperator<String> value,
      Locale locale) {
    Map<String, String> all = items.of(logged);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            all.entrySet().stream()
                .map(one -> labelled(one, label, value, locale))
                .collect(joining(text("act.next", locale))));
  }

  private String labelled(
      Map.Entry<String, String> one,
      UnaryOperator<String> label,
      BinaryOperator<String> value,
      Locale locale) {
    String said = value.apply(one.getKey(), one.getValue());
    return text("act.of", locale, label.apply(one.getKey()), said.isEmpty() ? "—" : said);
  }

  /** A day as people write it, a constant by its name; anything else as it is. */
  public String word(String words, @Nullable String logged, Locale locale) {
    if (logged == null) {
      return "";
    }
    if (DAY.matcher(logged).matches()) {
      return roc.day(LocalDate.parse(logged));
    }
    if (MOMENT.matcher(logged).matches()) {
      return roc.second(Instant.parse(logged));
    }
    Matcher constants = CONSTANTS.matcher(logged);
    return words.isEmpty() || !constants.matches()
        ? logged
        : Arrays.stream(constants.group(1).split(", ", -1))
            .map(one -> String.valueOf(messages.getMessage(words + one, null, one, locale)))
            .collect(joining(text("act.and", locale)));
  }
}
