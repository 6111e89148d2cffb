package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Callers that do not take their answers cost no thread, little memory, and not for ever. */
class SlowReadersIT {

  private static final int SLOW = 200;

  /** So many contracts all but fill the buffers between the hub and a caller. */
  private static final int CONTRACTS = 8;

  /** So many pages with all codes do not fit beside them. */
  private static final int PAGES = 15;

  @Test
  void goodCallsAreServedBesideSlowReaders() throws Exception {
    // A log of its own: what it has to count of them comes late and disturbs the counts of others.
    try (RunningHub hub =
            RunningHub.start(
                "hub.ws.http.threads=8",
                "hub.ws.http.idle-time=2m",
                "hub.ws.http.max-per-address=1000");
        Readers readers = new Readers()) {
      for (int i = 0; i < SLOW; i++) {
        SlowReader reader = readers.add(new SlowReader(hub));
        if (i % 10 == 0) {
          reader.askForContract(CONTRACTS).post("<no/>", 2000);
        } else {
          reader.askForContract(2 * CONTRACTS);
        }
      }
      Instant start = Instant.now();
      for (int i = 0; i < 10; i++) {
        assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      }
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void oneAddressTakesNotTheRoomOfOthers() throws Exception {
    try (RunningHub hub =
            RunningHub.shared()
                .withEdge("hub.ws.http.max-per-address=20", "hub.ws.http.idle-time=2m");
        Readers readers = new Readers()) {
      for (int i = 0; i < 20; i++) {
        readers.add(new SlowReader(hub, "127.0.0.2")).askForContract(2 * CONTRACTS);
      }
      Eventually.holds(
          () -> {
            try (SlowReader more = new SlowReader(hub, "127.0.0.2")) {
              assertThat(more.askForContract(1).countAnswers(1)).isZero();
            }
          });
      assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      readers.close();
      Eventually.holds(
          () -> {
            try (SlowReader again = new SlowReader(hub, "127.0.0.2")) {
              assertThat(again.askForContract(1).countAnswers(1)).isOne();
            }
          });
    }
  }

  @Test
  void largeAnswerWaitsInItsFileAndNotInAThread() throws Exception {
    try (RunningHub hub = RunningHub.shared().withEdge("hub.ws.http.threads=1");
        SlowReader reader = new SlowReader(hub)) {
      Path spool = hub.folder.resolve("spool");
      askForCodes(reader);
      awaitWaitingAnswer(spool);
      assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      assertThat(spool).isNotEmptyDirectory();
      int all = CONTRACTS + PAGES;
      assertThat(reader.countAnswers(all)).isEqualTo(all);
      Eventually.holds(() -> assertThat(spool).isEmptyDirectory());
    }
  }

  @Test
  void whoDoesNotEndTakingAnAnswerIsCutOff() throws Exception {
    try (RunningHub hub =
            RunningHub.shared().withEdge("hub.ws.http.answer-time=5s", "hub.ws.http.idle-time=5m");
        SlowReader reader = new SlowReader(hub)) {
      Path spool = hub.folder.resolve("spool");
      askForCodes(reader);
      Eventually.holds(() -> assertThat(spool).isNotEmptyDirectory());
      Eventually.holds(
          () -> {
            reader.readOne();
            assertThat(spool).isEmptyDirectory();
          });
      assertThat(reader.countAnswers(CONTRACTS + PAGES)).isLessThan(CONTRACTS + PAGES);
    }
  }

  @Test
  void answersThatNobodyTakesCountAsMemory() throws Exception {
    try (RunningHub hub =
        RunningHub.shared()
            .withEdge(
                "hub.ws.http.max-pending-bytes=1048576",
                "hub.ws.spool.memory-bytes=262144",
                "hub.ws.http.idle-time=2m")) {
      try (Readers readers = new Readers()) {
        for (int i = 0; i < 15; i++) {
          askForCodes(readers.add(new SlowReader(hub)));
        }
        Eventually.holds(
            () -> {
              Reply reply = hub.send(new SignedMessage());
              assertThat(reply.status()).isEqualTo(500);
              assertThat(reply.code()).isEqualTo(ErrorCode.BUSY.code());
            });
      }
      Eventually.holds(() -> assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200));
    }
  }

  /** What still fits into the buffers is gone at once; then one stays. */
  private static void awaitWaitingAnswer(Path spool) {
    Eventually.holds(
        () -> {
          try (Stream<Path> files = Files.list(spool)) {
            Path waiting = files.findAny().orElseThrow(AssertionError::new);
            Thread.sleep(1000);
            assertThat(waiting).exists();
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Asks for more than fits into the buffers; the codes are a page that needs a file. */
  private static void askForCodes(SlowReader reader) throws IOException {
    reader.askForContract(CONTRACTS);
    for (int i = 0; i < PAGES; i++) {
      RequestXml request = RequestXml.of("SQ_COM_01").criteria("").page(10_000);
      reader.post(new SignedMessage().payload(request.xml()).sign(), 1);
    }
  }

  /** Slow readers, ended together. */
  private static final class Readers implements Closeable {
    private final List<SlowReader> all = new ArrayList<>();

    SlowReader add(SlowReader reader) {
      all.add(reader);
      return reader;
    }

    @Override
    public void close() throws IOException {
      for (SlowReader reader : all) {
        reader.close();
      }
    }
  }
}
