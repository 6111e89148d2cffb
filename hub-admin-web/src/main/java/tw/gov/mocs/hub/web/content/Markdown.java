package tw.gov.mocs.hub.web.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.jspecify.annotations.Nullable;

/**
 * The portal's texts as HTML that can do nothing: HTML within is shown as text, links lead to http,
 * https, mailto or into the portal, and pictures come from the portal alone; of any other link or
 * picture its words stay. Headings begin at h2, below the title of the page, and leave no level
 * out.
 */
public final class Markdown {

  private static final List<String> SCHEMES = List.of("http", "https", "mailto");
  private static final int DEEPEST_HEADING = 6;

  private static final Parser PARSER = Parser.builder().build();
  private static final UrlSanitizer SANITIZER = new OwnSanitizer();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(SANITIZER)
          .attributeProviderFactory(context -> Markdown::attributes)
          .build();

  private Markdown() {}

  /** The HTML of a Markdown text (CommonMark). */
  public static String toHtml(String markdown) {
    Node document = PARSER.parse(markdown);
    List<Heading> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(heading);
          }

          @Override
          public void visit(Link link) {
            visitChildren(link);
            if (SANITIZER.sanitizeLinkUrl(link.getDestination()).isEmpty()) {
              leaveWords(link);
            }
          }

          @Override
          public void visit(Image image) {
            visitChildren(image);
            if (SANITIZER.sanitizeImageUrl(image.getDestination()).isEmpty()) {
              leaveWords(image);
            }
          }
        });
    List<Integer> used = headings.stream().map(Heading::getLevel).distinct().sorted().toList();
    headings.forEach(
        heading ->
            heading.setLevel(Math.min(DEEPEST_HEADING, used.indexOf(heading.getLevel()) + 2)));
    return RENDERER.render(document);
  }

  private static void leaveWords(Node node) {
    for (Node word = node.getFirstChild(); word != null; word = node.getFirstChild()) {
      node.insertBefore(word);
    }
    node.unlink();
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.put("rel", "noopener noreferrer");
    }
  }

  /** An address that fails leads nowhere. */
  private static final class OwnSanitizer implements UrlSanitizer {

    @Override
    public String sanitizeLinkUrl(String url) {
      URI uri = parsed(url);
      if (uri == null) {
        return "";
      }
      String scheme = uri.getScheme();
      return scheme == null
          ? relative(url, uri)
          : SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      URI uri = parsed(url);
      return uri == null || uri.getScheme() != null ? "" : relative(url, uri);
    }

    /** Not {@code //host}, nor what a browser takes for it. */
    private static String relative(String url, URI uri) {
      return uri.getRawAuthority() != null || url.startsWith("//") ? "" : url;
    }

    /** Strictly: java.net.URI takes neither blanks, controls nor backslashes. */
    private static @Nullable URI parsed(String url) {
      try {
        return new URI(url);
      } catch (URISyntaxException e) {
        return null;
      }
    }
  }
}
