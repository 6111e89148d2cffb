package tw.gov.mocs.hub.web.audit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.web.act.LoggedWords;

/** Says by what a call searched: each field by its label, with its values; hashes stay hashes. */
@Component
final class CriteriaWords {

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final String VALUE = "(?:" + STRING + "|null)";

  /** As the core writes them: sorted, without any space. */
  private static final Pattern CRITERION =
      Pattern.compile(
          STRING
              + ":(?:\\[((?:"
              + VALUE
              + ",?)*)\\]|\\{\"from\":"
              + VALUE
              + ",\"to\":"
              + VALUE
              + "\\})");

  private static final Pattern ONE = Pattern.compile(VALUE);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");
  private static final int LABEL = 1;
  private static final int VALUES = 2;
  private static final int FROM = 4;
  private static final int TO = 5;

  private final Catalogue catalogue;
  private final LoggedWords words;

  CriteriaWords(Catalogue catalogue, LoggedWords words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** One line for each criterion; as it was logged where its form is unknown. */
  String of(String logged, @Nullable String service, Locale locale) {
    if (logged.equals("{}")) {
      return words.text("audit.criteria.none", locale);
    }
    List<String> lines = new ArrayList<>();
    Matcher criterion = CRITERION.matcher(logged);
    int next = 1;
    while (next < logged.length() && criterion.find(next) && criterion.start() == next) {
      lines.add(said(criterion, service, locale));
      next = criterion.end() + 1;
    }
    return next == logged.length() ? String.join("\n", lines) : logged;
  }

  private String said(Matcher criterion, @Nullable String service, Locale locale) {
    String label = label(plain(criterion.group(LABEL)), service, locale);
    String values = criterion.group(VALUES);
    String said =
        values == null
            ? words.text(
                "audit.criteria.range",
                locale,
                value(criterion.group(FROM), locale),
                value(criterion.group(TO), locale))
            : ONE.matcher(values)
                .results()
                .map(one -> value(text(one), locale))
                .collect(joining(words.text("act.and", locale)));
    return words.text("act.of", locale, label, said);
  }

  private static @Nullable String text(MatchResult one) {
    return one.group(1);
  }

  private String label(String element, @Nullable String service, Locale locale) {
    Optional<Field> field =
        service == null || !ServiceCode.matches(service)
            ? Optional.empty()
            : catalogue
                .current()
                .find(new ServiceCode(service))
                .flatMap((ExchangeService one) -> one.findField(element));
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return field
        .map(one -> english && !one.labelEn().isEmpty() ? one.labelEn() : one.label())
        .map(label -> words.text("act.titled", locale, label, element))
        .orElse(element);
  }

  private String value(@Nullable String value, Locale locale) {
    return value == null ? "" : words.word("", plain(value), locale);
  }

  private static String plain(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(
            one -> {
              String code = one.group(1);
              String said =
                  code == null ? one.group(2) : String.valueOf((char) Integer.parseInt(code, 16));
              return Matcher.quoteReplacement(said);
            });
  }
}
