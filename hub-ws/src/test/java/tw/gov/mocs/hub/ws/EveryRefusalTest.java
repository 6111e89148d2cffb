package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Every reason to refuse a call has a test that is refused for it over the wire. */
class EveryRefusalTest {

  private static final Path TESTS = Path.of("src/test/java/tw/gov/mocs/hub/ws");
  private static final Pattern NAMED = Pattern.compile("ErrorCode\\.([A-Z_]+)\\b");

  /** Not met by a call: rules of the portal and the operator's commands. */
  private static final Set<ErrorCode> NOT_OF_A_CALL =
      EnumSet.of(
          ErrorCode.NOT_FOUND,
          ErrorCode.STATE_CONFLICT,
          ErrorCode.VALUE_INVALID,
          ErrorCode.CHANGED_MEANWHILE,
          ErrorCode.DUTIES_NOT_SEPARATE,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.NOT_PERMITTED,
          ErrorCode.SETTINGS_INVALID,
          ErrorCode.FILE_UNUSABLE);

  @Test
  void hasATestOverTheWire() throws IOException {
    assertThat(refused()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_OF_A_CALL)));
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
