package tw.gov.mocs.hub.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.audit.AuditAction;

/** What the log holds has a text in both languages, whatever it is. */
class AuditTextsTest {

  private static final List<Locale> LANGUAGES = List.of(Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);
  private static final Path CORE = Path.of("../hub-core/src/main/java/tw/gov/mocs/hub/audit");

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  AuditTextsTest() {
    messages.setBasename("tw.gov.mocs.hub.web.audit.messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
  }

  @Test
  void namesEveryAct() {
    assertThat(Arrays.stream(AuditAction.values()).map(action -> "audit.action." + action))
        .allSatisfy(this::isToldInBoth);
  }

  @Test
  void namesEveryValueOfARecord() throws IOException {
    List<String> values =
        Files.readAllLines(Path.of("../docs/audit-events.md")).stream()
            .dropWhile(line -> !line.equals("### Of a call"))
            .takeWhile(line -> !line.startsWith("### Persons"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> "audit.fact." + line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(values).hasSizeGreaterThan(30).allSatisfy(this::isToldInBoth);
  }

  /** A sentence that nobody translated is shown as the core says it. */
  @Test
  void saysInChineseWhatDoesNotFit() throws IOException {
    FindingTexts texts = new FindingTexts(messages);
    List<String> sentences =
        Stream.of(
                "StoredRow",
                "Verification",
                "ArchivedRow",
                "ChainWalk",
                "IndexWalk",
                "LogVerifier",
                "KeptFile",
                "Witnesses",
                "ArchiveWalk",
                "ArchiveFolder")
            .flatMap(AuditTextsTest::sentences)
            .distinct()
            .toList();
    assertThat(sentences)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            text ->
                assertThat(texts.of(text, Locale.TRADITIONAL_CHINESE))
                    .as(text)
                    .matches("(?s).*\\p{IsHan}.*"));
    assertThat(texts.of("node-1 row 17", Locale.TRADITIONAL_CHINESE)).isEqualTo("節點 node-1 第 17 列");
    assertThat(texts.of("is missing", Locale.ENGLISH)).isEqualTo("it is missing");
  }

  /** Literals that begin as a finding does, with a number for each number. */
  private static Stream<String> sentences(String source) {
    try {
      String code =
          Files.readString(CORE.resolve(source + ".java")).replaceAll("\"\\s*\\+\\s*\"", "");
      return Pattern.compile(
              "\"((?:is|are|has|does|signed|was|were|ends|holds|stands|cannot) [^\"]+)\"")
          .matcher(code)
          .results()
          .map((MatchResult found) -> found.group(1).replace("%d", "17").replaceAll(" $", " 17"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void isToldInBoth(String key) {
    for (Locale language : LANGUAGES) {
      assertThat(messages.getMessage(key, null, "", language)).as(key).isNotEmpty();
    }
  }
}
