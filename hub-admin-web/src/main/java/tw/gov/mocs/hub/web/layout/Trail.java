package tw.gov.mocs.hub.web.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * A level of 目前位置 between an item of the menu and the page.
 *
 * @param path where it leads
 * @param key of its text in the messages; empty where {@code name} is its text
 * @param name of the one thing that it is about; empty for a list
 */
public record Trail(String path, String key, String name) {

  private static final List<Rule> RULES =
      List.of(
          new Rule("/admin/services/of/([^/]+)", ""),
          new Rule("/admin/services/drafts", "composing.drafts"),
          new Rule("/admin/tables/of/([^/]+)", ""),
          new Rule("/admin/tables/of/[^/]+/fields/([^/]+)", ""),
          new Rule("/admin/tables/(?:import)", "registry.import"),
          new Rule("/admin/tables/(?:file)", "registry.file"),
          new Rule("/admin/codes/of/([^/]+)", ""),
          new Rule("/admin/certificates/seen", "seen.title"),
          new Rule("/admin/content/news", "publish.kind.news"),
          new Rule("/admin/content/downloads", "publish.kind.downloads"),
          new Rule("/admin/content/faq", "publish.kind.faq"),
          new Rule("/admin/content/links", "publish.kind.links"),
          new Rule("/admin/content/(?:news|downloads|faq|links)/([0-9]+)", "publish.trail"),
          new Rule("/admin/content/texts/services", "publish.text.services"),
          new Rule("/admin/content/texts/process", "publish.text.process"),
          new Rule("/admin/content/texts/install", "publish.text.install"),
          new Rule("/admin/content/texts/terms", "publish.text.terms"),
          new Rule("/admin/incidents/([0-9]+)", "incident.title"),
          new Rule("/admin/notices/([0-9]+)", "notice.one"),
          new Rule("/admin/(?:reviews|grants|deliveries)/(AP[SF]Q[0-9]+)", ""));

  private record Rule(Pattern under, String key) {

    Rule(String path, String key) {
      this(Pattern.compile("(" + path + ")/.+"), key);
    }

    Stream<Trail> of(String page) {
      Matcher found = under.matcher(page);
      if (!found.matches()) {
        return Stream.empty();
      }
      String name = found.groupCount() > 1 ? found.group(2) : "";
      return Stream.of(
          new Trail(found.group(1), key, UriUtils.decode(name, StandardCharsets.UTF_8)));
    }
  }

  /** The levels above a page, the highest first. */
  static List<Trail> of(String page) {
    return RULES.stream().flatMap(rule -> rule.of(page)).toList();
  }
}
