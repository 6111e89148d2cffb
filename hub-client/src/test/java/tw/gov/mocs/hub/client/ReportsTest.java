package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads when a command fails. */
class ReportsTest {

  @ParameterizedTest
  @EnumSource(Failure.class)
  void eachFailureIsASentenceInEachLanguageAndAStatus(Failure failure) throws Exception {
    StringWriter err = new StringWriter();
    int status =
        Reports.guarded(
            new PrintWriter(err),
            () -> {
              throw new HubCallException(
                  failure, new IllegalStateException("inner"), "a", "b", "c", "d");
            });
    assertThat(status).isBetween(2, 5);
    assertThat(err.toString().lines().toList())
        .hasSize(2)
        .noneMatch(line -> line.contains("inner") || line.contains("\tat "));
  }
}
