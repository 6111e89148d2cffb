package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the portal exists in both languages, and none stands in a template. */
class TextsTest {

  private static final Path WEB = Path.of("src/main/resources/tw/gov/mocs/hub/web");

  /** {@code #{key}}, with or without arguments; computed keys are seen by the pages' own tests. */
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Curled quotation marks too: Chinese faces draw them as wide as a character. */
  private static final Pattern NOT_ENGLISH = Pattern.compile("[\\p{IsHan}“”‘’「」，。：]");

  /** What {@code docs/glossary.md} writes in one way, in its other ways. */
  private static final Pattern OTHER_WORDS =
      Pattern.compile(
          "(?<!人事雲端服務|跨)平台|跨平臺|人事雲端服務平臺"
              + "|登錄[^，。；]{0,6}憑證|憑證[^，。；]{0,8}登錄|登記來文"
              + "|(?:金鑰|本部)簽章|[不須]能簽章|剛剛|※(?! )"
              + "|年度確認|取消發布|停用日期|管理員|暫停受理|顯示全部|最新消息|起迄查詢"
              + "|簽章方式|簽章(?:完成|失敗|逾時)|了簽章(?!元件)|看得到|沒有這個"
              + "|\\bharmed\\b|no such one|counts at once|\\bMade at\\b|^To come$|Not deliverable"
              + "|to mend\\b|Log in with a certificate|(?i:report a fault)");

  private static final Pattern IN_CHINESE =
      Pattern.compile("<(\\w+)[^>]*lang=\"zh-Hant-TW\"[^>]*>[^<]*(<[^/][^<]*</\\w+>)?</\\1>");

  /** A count before a plural, outside a choice; a limit (at most, within, has …) is never one. */
  private static final Pattern ONE_AS_MANY =
      Pattern.compile(
          "(?<!<|most |last |within |than |for |has |of |and )\\{\\d} "
              + "(days|calls|rows|services|fields|grants|minutes|times|agencies|records|entries)\\b"
              + "(?! or more| at most| and 100| per page)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  static List<Path> bundles() throws IOException {
    return files("messages.properties");
  }

  static List<Path> templates() throws IOException {
    return files(".html");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void existsInBothLanguages(Path bundle) throws IOException {
    Properties chinese = read(bundle);
    Properties english = read(bundle.resolveSibling("messages_en.properties"));
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void isEnglishInEnglish(Path bundle) throws IOException {
    Map<String, String> stray = new TreeMap<>();
    read(bundle.resolveSibling("messages_en.properties"))
        .forEach(
            (key, text) -> {
              // A name may stand in brackets after its English one.
              String bare = text.toString().replaceAll("[(（][^)）]*[)）]", "");
              if (NOT_ENGLISH.matcher(bare).find()) {
                stray.put(key.toString(), text.toString());
              }
            });
    assertThat(stray).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void callsOneThingByOneName(Path bundle) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("messages.properties", "messages_en.properties")) {
      read(bundle.resolveSibling(name)).values().forEach(text -> texts.add(text.toString()));
    }
    assertThat(texts).filteredOn(text -> OTHER_WORDS.matcher(text).find()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void countsOneAsOneInEnglish(Path bundle) throws IOException {
    assertThat(read(bundle.resolveSibling("messages_en.properties")).values())
        .extracting(Object::toString)
        .filteredOn(text -> ONE_AS_MANY.matcher(text).find())
        .isEmpty();
  }

  /** Only a text with a place for something is read as a pattern, in which ' is written twice. */
  @ParameterizedTest
  @MethodSource("bundles")
  void writesApostrophesAsTheyAreRead(Path bundle) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("messages.properties", "messages_en.properties")) {
      read(bundle.resolveSibling(name)).values().forEach(text -> texts.add(text.toString()));
    }
    assertThat(texts)
        .filteredOn(
            text ->
                text.matches(".*\\{[0-9].*")
                    ? text.replace("''", "").contains("'")
                    : text.contains("''"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isNamedByTemplatesThatMeanIt(Path template) throws IOException {
    Set<String> unknown = new TreeSet<>();
    Set<String> known = keys();
    Matcher key = KEY.matcher(Files.readString(template));
    while (key.find()) {
      if (!known.contains(key.group(1)) && !key.group(1).endsWith(".")) {
        unknown.add(key.group(1));
      }
    }
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void standsInNoTemplate(Path template) throws IOException {
    String text = COMMENT.matcher(Files.readString(template)).replaceAll("");
    assertThat(HAN.matcher(IN_CHINESE.matcher(text).replaceAll("")).results().count())
        .as("Chinese outside of the messages")
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void writesTheSignOfAHeadingWithABlank(Path template) throws IOException {
    assertThat(Files.readString(template)).doesNotContain("※</span><");
  }

  @Test
  void hasEachKeyOnce() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path bundle : bundles()) {
      all.addAll(read(bundle).stringPropertyNames());
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static Set<String> keys() throws IOException {
    Set<String> all = new TreeSet<>();
    for (Path bundle : bundles()) {
      all.addAll(read(bundle).stringPropertyNames());
    }
    return all;
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> all = Files.walk(WEB)) {
      return all.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
    }
  }
}
