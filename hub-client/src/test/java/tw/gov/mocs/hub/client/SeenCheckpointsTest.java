package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps what answers carry notices a log that was rewritten. */
class SeenCheckpointsTest {

  private static final String HASH = "A".repeat(43) + "=";
  private static final String OTHER = "B".repeat(43) + "=";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final List<HubCallException> warnings = new ArrayList<>();

  @Test
  void keepsEachCheckpointOfVerifiedAnswersOnce() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good)) {
      HubClient client = client(hub).witness(seen()).build();
      client.call(request());
      client.call(request());
    }
    assertThat(file()).content().isEqualTo("7=" + Answers.CHECKPOINT_HASH + "\n");
  }

  @Test
  void keepsTheCheckpointOfASignedFault() throws Exception {
    assertThat(seenInFault(new AnswerSigner(HUB)::sign))
        .isEqualTo("7=" + Answers.CHECKPOINT_HASH + "\n");
  }

  @Test
  void keepsNothingThatIsNotSigned() throws Exception {
    assertThat(seenInFault(new AnswerSigner(HUB)::unsigned)).isEmpty();
  }

  private String seenInFault(Sealing sealing) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(asked -> sealing.of(Answers.fault(asked.requestId())))) {
      HubClient client = client(hub).witness(seen()).build();
      assertThatThrownBy(() -> client.call(request())).isInstanceOf(HubFaultException.class);
    }
    return Files.exists(file()) ? Files.readString(file()) : "";
  }

  /** Makes a message of a Body's content. */
  private interface Sealing {
    String of(String content) throws Exception;
  }

  @Test
  void refusesAnotherHashOfANumberThatAnEarlierRunSaw() {
    seen().see(new HubAnswer.Checkpoint(7, HASH));
    HubCallException refused =
        catchThrowableOfType(
            HubCallException.class, () -> seen().see(new HubAnswer.Checkpoint(7, OTHER)));
    assertThat(refused.failure()).isEqualTo(Failure.CHECKPOINT_CONTRADICTS);
    assertThat(refused.message(Locale.TAIWAN)).contains(HASH, OTHER);
    assertThat(file()).content().doesNotContain(OTHER);
  }

  @Test
  void warnsOfALowerNumber() {
    SeenCheckpoints seen = seen();
    seen.see(new HubAnswer.Checkpoint(8, HASH));
    seen.see(new HubAnswer.Checkpoint(7, OTHER));
    assertThat(warnings)
        .extracting(HubCallException::failure)
        .containsExactly(Failure.CHECKPOINT_LOWER);
  }

  @Test
  void saysNothingOfAGrowingLog() {
    SeenCheckpoints seen = seen();
    seen.see(new HubAnswer.Checkpoint(7, HASH));
    seen.see(new HubAnswer.Checkpoint(7, HASH));
    seen.see(new HubAnswer.Checkpoint(9, OTHER));
    assertThat(warnings).isEmpty();
  }

  @Test
  void refusesAFileOfSomethingElse() throws Exception {
    Files.writeString(file(), "7=short\n");
    assertThat(catchThrowableOfType(HubCallException.class, this::seen).failure())
        .isEqualTo(Failure.SEEN_FILE_INVALID);
  }

  private SeenCheckpoints seen() {
    return new SeenCheckpoints(file(), warnings::add);
  }

  private Path file() {
    return folder.resolve("seen");
  }
}
