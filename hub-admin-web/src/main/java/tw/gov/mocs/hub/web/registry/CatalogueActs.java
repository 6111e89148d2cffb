package tw.gov.mocs.hub.web.registry;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.web.layout.RocFormat;

/**
 * What the log holds of tables, code lists and services before and after an act, in the language of
 * the page. What a version of a service changed stands in its list of versions.
 */
@Component("catalogueActs")
public final class CatalogueActs {

  private static final Pattern VERSION =
      Pattern.compile("version (\\d+)(?:, (\\d+) fields)?(?:: .*)?", Pattern.DOTALL);
  private static final Pattern COUNT = Pattern.compile("(\\d+) (fields|codes)");
  private static final Pattern STATE =
      Pattern.compile(
          "(OPEN|CLOSED)(?:: (.*?))?(?:; (OPEN|CLOSED) on (\\d{4}-\\d{2}-\\d{2})(?:: (.*))?)?",
          Pattern.DOTALL);

  /** {@code ITEM=text; ITEM=text}; a text may hold anything but the name of an item. */
  private static final Pattern ITEM =
      Pattern.compile(
          Arrays.stream(CatalogueItem.values())
              .map(Enum::name)
              .collect(joining("|", "(?:^|; )(", ")=")));

  private static final String INITIAL = "initial catalogue";

  private final MessageSource messages;
  private final RegistryTexts texts;
  private final RocFormat roc;

  CatalogueActs(MessageSource messages, RegistryTexts texts, RocFormat roc) {
    this.messages = messages;
    this.texts = texts;
    this.roc = roc;
  }

  /** One state; what was logged where its form is unknown, nothing for nothing. */
  public String of(@Nullable String logged, Locale locale) {
    if (logged == null) {
      return "";
    }
    Matcher version = VERSION.matcher(logged);
    if (version.matches()) {
      String number = text("registry.version", locale, Integer.valueOf(version.group(1)));
      return version.group(2) == null
          ? number
          : text("registry.logged.tried", locale, number, Integer.valueOf(version.group(2)));
    }
    Matcher count = COUNT.matcher(logged);
    if (count.matches()) {
      String key = "registry.logged." + count.group(2);
      return text(key, locale, Integer.valueOf(count.group(1)));
    }
    Matcher state = STATE.matcher(logged);
    return state.matches() ? state(state, locale) : items(logged, locale);
  }

  /** Why, as somebody typed it, or in words what the hub itself gave as its reason. */
  public String reason(ActLine act, Locale locale) {
    String reason = act.reason() == null ? "" : act.reason();
    return reason.equals(INITIAL) ? text("registry.logged.initial", locale) : reason;
  }

  /** By whom. */
  public String actor(ActLine act, Locale locale) {
    return name(act.actor(), locale);
  }

  /** What people call an actor: the hub has no name of its own. */
  public String name(String actor, Locale locale) {
    return actor.equals(Actor.HUB.name()) ? text("registry.logged.hub", locale) : actor;
  }

  private String state(Matcher state, Locale locale) {
    String now = status(state.group(1), state.group(2), locale);
    if (state.group(3) == null) {
      return now;
    }
    boolean closes = state.group(3).equals("CLOSED");
    String key = closes ? "composing.planned.close" : "composing.planned.open";
    String then = text(key, locale, roc.day(LocalDate.parse(state.group(4))));
    return text("registry.logged.both", locale, now, noticed(then, state.group(5), locale));
  }

  private String status(String status, @Nullable String notice, Locale locale) {
    return noticed(text("composing.status." + status, locale), notice, locale);
  }

  private String noticed(String what, @Nullable String notice, Locale locale) {
    return notice == null ? what : text("registry.logged.of", locale, what, notice);
  }

  private String items(String logged, Locale locale) {
    List<MatchResult> found = ITEM.matcher(logged).results().toList();
    if (found.isEmpty() || found.get(0).start() != 0) {
      return logged;
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int end = i + 1 == found.size() ? logged.length() : found.get(i + 1).start();
      CatalogueItem item = CatalogueItem.valueOf(found.get(i).group(1));
      String value = texts.constant(item, logged.substring(found.get(i).end(), end), locale);
      all.add(
          text(
              "registry.logged.of",
              locale,
              texts.item(item, locale),
              value.isEmpty() ? "—" : value));
    }
    return String.join(text("registry.logged.next", locale), all);
  }

  private String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }
}
