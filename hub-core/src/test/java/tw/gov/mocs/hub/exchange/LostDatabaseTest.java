package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** What calls are told while the hub's own database, a real PostgreSQL, is stopped. */
class LostDatabaseTest {

  private static final int DEAD_AT_MOST = 20;

  private final Path folder;
  private final int port;
  private final ConfigurableApplicationContext core;
  private EmbeddedPostgres server;

  LostDatabaseTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    server = start();
    core =
        TestCore.start(
            TestDatabase.H2,
            Map.of(
                "hub.database.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "hub.database.user",
                "postgres"));
  }

  @AfterEach
  void stop() throws IOException {
    core.close();
    server.close();
  }

  @Test
  void tellsThatItIsAwayAndAnswersAgainOnceItIsBack() throws IOException {
    server.close();
    assertUnavailable(catchThrowableOfType(HubException.class, this::status));
    assertUnavailable(catchThrowableOfType(HubException.class, this::call));
    server = start();
    assertThat(statusOnceConnected().applications()).isEmpty();
  }

  /** The pool finds out about each of its dead connections by using it once. */
  private HubStatusAnswer statusOnceConnected() {
    for (int dead = 0; dead < DEAD_AT_MOST; dead++) {
      try {
        return status();
      } catch (HubException stillAway) {
        assertThat(stillAway.code())
            .isIn(ErrorCode.DATABASE_UNAVAILABLE, ErrorCode.LOG_UNAVAILABLE);
      }
    }
    return status();
  }

  private static void assertUnavailable(HubException refusal) {
    assertThat(refusal)
        .extracting(HubException::code, HubException::recordId)
        .containsExactly(ErrorCode.DATABASE_UNAVAILABLE, null);
  }

  private HubStatusAnswer status() {
    return core.getBean(Exchange.class).status(caller(), "s-1");
  }

  private void call() {
    core.getBean(Exchange.class)
        .answer(caller(), Samples.request(Samples.values("idNo", "A100000001")), new Nothing());
  }

  private static Caller caller() {
    byte[] digest = new byte[32];
    new SecureRandom().nextBytes(digest);
    return Samples.caller(digest);
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** No answer may ever be begun. */
  private static final class Nothing implements AnswerWriter {

    @Override
    public void begin(AnswerHead head) {
      throw new AssertionError("begun");
    }

    @Override
    public void row(@Nullable String[] values) {
      throw new AssertionError("a row");
    }

    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public byte[] end(@Nullable String nextPage) {
      throw new AssertionError("ended");
    }
  }
}
