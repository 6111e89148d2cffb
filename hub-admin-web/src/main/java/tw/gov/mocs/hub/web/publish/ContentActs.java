package tw.gov.mocs.hub.web.publish;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** What the log holds of a content before and after an act, in the language of the page. */
@Component("contentActs")
public final class ContentActs {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z0-9.]+): (.*)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final MessageSource messages;
  private final RocFormat roc;

  ContentActs(MessageSource messages, RocFormat roc) {
    this.messages = messages;
    this.roc = roc;
  }

  /** Line by line; a line of no known part is one of a text, and stays as it is. */
  public String of(@Nullable String logged, Locale locale) {
    return logged == null
        ? ""
        : logged.lines().map(line -> line(line, locale)).collect(joining("\n"));
  }

  private String line(String line, Locale locale) {
    Matcher part = LINE.matcher(line);
    if (!part.matches()) {
      return line;
    }
    String name = messages.getMessage("publish.part." + part.group(1), null, "", locale);
    return name == null || name.isEmpty()
        ? line
        : String.valueOf(
            messages.getMessage(
                "publish.part", new Object[] {name, value(part.group(2), locale)}, locale));
  }

  private String value(String logged, Locale locale) {
    if (DAY.matcher(logged).matches()) {
      return roc.day(LocalDate.parse(logged));
    }
    String word = messages.getMessage("publish.part.is." + logged, null, logged, locale);
    return word == null ? logged : word;
  }
}
