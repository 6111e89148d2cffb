package tw.gov.mocs.hub.app.card;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The agent's window: {@code popup.html} in one of two languages. */
final class PopupPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.]+)}}");

  private final SoftwareCard card;
  private final ListedOrigins origins;
  private final boolean yes;

  PopupPage(SoftwareCard card, ListedOrigins origins, boolean yes) {
    this.card = card;
    this.origins = origins;
    this.yes = yes;
  }

  /**
   * The page.
   *
   * @param language a language range of the browser or of our links; Chinese unless English
   */
  String html(String language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "tw.gov.mocs.hub.app.card.messages",
            language.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> values =
        Map.of(
            "origins", String.join(" ", origins.each()),
            "yes", String.valueOf(yes),
            "subject", card.subject(),
            "number", card.number());
    return PLACE
        .matcher(new String(file("popup.html"), StandardCharsets.UTF_8))
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values, texts)));
  }

  /** One of the files beside this class. */
  static byte[] file(String name) {
    try (InputStream in = PopupPage.class.getResourceAsStream(name)) {
      return requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(String name, Map<String, String> values, ResourceBundle texts) {
    String value = values.get(name);
    return HtmlUtils.htmlEscape(value == null ? texts.getString(name) : value, "UTF-8");
  }
}
