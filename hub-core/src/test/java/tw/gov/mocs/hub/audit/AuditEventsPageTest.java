package tw.gov.mocs.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/audit-events.md against the code. */
class AuditEventsPageTest {

  @Test
  void explainsEveryActInTheOrderOfTheCode() throws IOException {
    assertThat(firstColumn("## Acts"))
        .containsExactlyElementsOf(Arrays.stream(AuditAction.values()).map(Enum::name).toList());
  }

  @Test
  void listsTheContentOfACallInTheOrderOfItsDigest() throws IOException {
    assertThat(firstColumn("### Of a call")).containsExactlyElementsOf(names(CallRow.class));
  }

  @Test
  void listsTheContentOfAnActInTheOrderOfItsDigest() throws IOException {
    assertThat(firstColumn("### Of an act")).containsExactlyElementsOf(names(ActRow.class));
  }

  private static List<String> names(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<String> firstColumn(String heading) throws IOException {
    return Files.readAllLines(Path.of("../docs/audit-events.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .toList();
  }
}
