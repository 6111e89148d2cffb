package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Every reason to refuse a call has a test that is refused for it over the wire. */
class EveryRefusalTest {

  private static final Path TESTS = Path.of("src/test/java/tw/gov/mocs/hub/ws");
  private static final Pattern NAMED = Pattern.compile("ErrorCode\\.([A-Z_]+)\\b");

  /** HUB-7… are rules of the portal and the operator's commands; one of them meets a call too. */
  private static boolean meetsACall(ErrorCode code) {
    return !code.code().startsWith("HUB-7") || code == ErrorCode.SOURCE_DRIFT;
  }

  @Test
  void hasATestOverTheWire() throws IOException {
    Set<ErrorCode> expected =
        Arrays.stream(ErrorCode.values())
            .filter(EveryRefusalTest::meetsACall)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorCode.class)));
    assertThat(refused()).isEqualTo(expected);
  }

  private static Set<ErrorCode> refused() throws IOException {
    Set<ErrorCode> found = EnumSet.noneOf(ErrorCode.class);
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith("IT.java")).toList()) {
        names(Files.readString(file)).forEach(name -> found.add(ErrorCode.valueOf(name)));
      }
    }
    return found;
  }

  private static List<String> names(String source) {
    return NAMED.matcher(source).results().map(match -> match.group(1)).toList();
  }
}
