package tw.gov.mocs.hub.web.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.ServiceChange;
import tw.gov.mocs.hub.web.act.ActWords;
import tw.gov.mocs.hub.web.act.LoggedForm;
import tw.gov.mocs.hub.web.act.LoggedItems;
import tw.gov.mocs.hub.web.act.LoggedWords;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.service.ServiceTexts;

/** What the log holds of tables, code lists, services and their drafts. */
@Component
final class CatalogueActs implements ActWords {

  private static final Set<String> BEGIN =
      Set.of("TABLE_", "FIELD_", "CODE_LIST_", "SERVICE_", "SERVICES_");

  private static final Pattern VERSION =
      Pattern.compile("version (\\d+)(?:, (\\d+) fields)?(?:: (.*))?", Pattern.DOTALL);
  private static final Pattern COUNT = Pattern.compile("(\\d+) (fields|codes)");
  private static final Pattern STATE =
      Pattern.compile(
          "(OPEN|CLOSED)(?:: (.*?))?(?:; (OPEN|CLOSED) on (\\d{4}-\\d{2}-\\d{2})(?:: (.*))?)?",
          Pattern.DOTALL);

  private static final LoggedItems ITEMS =
      new LoggedItems(Arrays.stream(CatalogueItem.values()).map(Enum::name), "; ", "=");

  private static final String DRAFT = "draft (\\w+), saved (\\d+) times, over ";

  private static final List<LoggedForm> FORMS =
      List.of(
          LoggedForm.of("registry.logged.draft.next", DRAFT + "version (\\d+)"),
          LoggedForm.of("registry.logged.draft.next.by", DRAFT + "version (\\d+) by (.+)"),
          LoggedForm.of("registry.logged.draft.new", DRAFT + "a new service"),
          LoggedForm.of("registry.logged.draft.new.by", DRAFT + "a new service by (.+)"),
          LoggedForm.of("registry.logged.arranged", "guide \\[(.*)\\], offer \\[(.*)\\]"));

  private static final String INITIAL = "initial catalogue";

  private final LoggedWords words;
  private final RegistryTexts texts;
  private final ServiceTexts services;
  private final RocFormat roc;

  CatalogueActs(LoggedWords words, RegistryTexts texts, ServiceTexts services, RocFormat roc) {
    this.words = words;
    this.texts = texts;
    this.services = services;
    this.roc = roc;
  }

  @Override
  public boolean knows(AuditAction action) {
    return BEGIN.stream().anyMatch(action.name()::startsWith);
  }

  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    Matcher version = VERSION.matcher(logged);
    if (version.matches()) {
      return version(version, locale);
    }
    Matcher count = COUNT.matcher(logged);
    if (count.matches()) {
      String key = "registry.logged." + count.group(2);
      return text(key, locale, Integer.valueOf(count.group(1)));
    }
    Matcher state = STATE.matcher(logged);
    return state.matches() ? state(state, locale) : items(logged, locale);
  }

  @Override
  public String reason(AuditAction action, String logged, Locale locale) {
    return logged.equals(INITIAL) ? text("registry.logged.initial", locale) : logged;
  }

  private String version(Matcher version, Locale locale) {
    String number = text("registry.version", locale, Integer.valueOf(version.group(1)));
    String fields = version.group(2);
    if (fields != null) {
      return text("registry.logged.tried", locale, number, Integer.valueOf(fields));
    }
    String changes = version.group(3);
    if (changes == null) {
      return number;
    }
    String told =
        String.join(
            text("act.next", locale), services.sentences(ServiceChange.read(changes), locale));
    return text("act.of", locale, number, told);
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
    return notice == null ? what : text("act.of", locale, what, notice);
  }

  private String items(String logged, Locale locale) {
    return words
        .labelled(
            ITEMS,
            logged,
            item -> texts.item(CatalogueItem.valueOf(item), locale),
            (item, text) -> texts.constant(CatalogueItem.valueOf(item), text, locale),
            locale)
        .or(() -> words.said(FORMS, logged, locale))
        .orElse(logged);
  }

  private String text(String key, Locale locale, Object... told) {
    return words.text(key, locale, told);
  }
}
