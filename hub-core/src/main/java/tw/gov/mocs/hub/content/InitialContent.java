package tw.gov.mocs.hub.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * What the portal begins with, kept as Markdown in {@code initial/}: a file for each language, its
 * first line the title. From then on administrators change it in the database.
 */
record InitialContent(
    List<ContentPage> pages, List<RelatedLink.Content> links, List<Faq.Content> questions) {

  private static final int QUESTIONS = 4;

  static InitialContent read(Instant at) {
    List<Faq.Content> questions = new ArrayList<>();
    for (int place = 1; place <= QUESTIONS; place++) {
      Text text = Text.read("faq-" + place);
      questions.add(new Faq.Content(text.title(), text.body(), RocDate.dayOf(at), null, place));
    }
    return new InitialContent(
        Arrays.stream(PageKey.values()).map(key -> page(key, at)).toList(),
        readLinks(RocDate.dayOf(at)),
        questions);
  }

  private static ContentPage page(PageKey key, Instant at) {
    Text text = Text.read(key.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return new ContentPage(key, 1, text.title(), text.body(), RocDate.dayOf(at), at);
  }

  /** One on each line: address, Chinese name, English name, separated by tabs. */
  private static List<RelatedLink.Content> readLinks(LocalDate from) {
    List<RelatedLink.Content> links = new ArrayList<>();
    for (String line : resource("links.tsv").lines().toList()) {
      String[] parts = line.split("\t", -1);
      links.add(
          new RelatedLink.Content(
              new Bilingual(parts[1], parts[2]), parts[0], from, null, links.size() + 1));
    }
    return links;
  }

  private static String resource(String name) {
    String path = "initial/" + name;
    try (InputStream in = requireNonNull(InitialContent.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the initial content cannot be read: " + path, e);
    }
  }

  /** A file in both languages. */
  private record Text(Bilingual title, Bilingual body) {

    static Text read(String name) {
      String zh = resource(name + ".md");
      String en = resource(name + ".en.md");
      return new Text(new Bilingual(title(zh), title(en)), new Bilingual(body(zh), body(en)));
    }

    private static String title(String file) {
      return file.substring(0, file.indexOf('\n')).replaceFirst("^# ", "");
    }

    private static String body(String file) {
      return file.substring(file.indexOf('\n') + 1);
    }
  }
}
