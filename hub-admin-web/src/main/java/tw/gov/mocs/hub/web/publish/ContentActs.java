package tw.gov.mocs.hub.web.publish;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.ActWords;
import tw.gov.mocs.hub.web.act.LoggedWords;

/** What the log holds of the content of the portal. */
@Component
final class ContentActs implements ActWords {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z0-9.]+): (.*)");

  private final MessageSource messages;
  private final LoggedWords words;

  ContentActs(MessageSource messages, LoggedWords words) {
    this.messages = messages;
    this.words = words;
  }

  @Override
  public boolean knows(AuditAction action) {
    return action.name().startsWith("CONTENT_");
  }

  /** Line by line; a line of no known part is one of a text, and stays as it is. */
  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    return logged.lines().map(line -> line(line, locale)).collect(joining("\n"));
  }

  private String line(String line, Locale locale) {
    Matcher part = LINE.matcher(line);
    if (!part.matches()) {
      return line;
    }
    String name = messages.getMessage("publish.part." + part.group(1), null, "", locale);
    return name == null || name.isEmpty()
        ? line
        : words.text("act.of", locale, name, value(part.group(2), locale));
  }

  private String value(String logged, Locale locale) {
    String word = messages.getMessage("publish.part.is." + logged, null, "", locale);
    return word == null || word.isEmpty() ? words.word("", logged, locale) : word;
  }
}
