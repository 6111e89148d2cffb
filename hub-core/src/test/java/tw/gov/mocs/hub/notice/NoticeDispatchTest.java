package tw.gov.mocs.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;

/** The outbox against a real SMTP server. */
@OnEveryDatabase
class NoticeDispatchTest {

  private static final String ONE = "one@example.gov.tw";
  private static final String TWO = "two@example.gov.tw";

  private final TestDatabase database;

  NoticeDispatchTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void sendsInBothLanguages() throws Exception {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(ONE);
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
      MimeMessage mail = server.taken().get(0).message();
      assertThat(mail.getSubject())
          .isEqualTo("【人事雲端服務平台】申請案 APSQ11500001 已收件 / Application APSQ11500001 received");
      assertThat(mail.getFrom()[0]).hasToString("hub@example.gov.tw");
      assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(ONE);
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat((String) mail.getContent())
          .contains("王小明 您好：", "Dear 王小明,", "https://portal.example.gov.tw/");
    }
  }

  @Test
  void marksWhatWasSentAndSendsItOnce() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(ONE);
      outbox.dispatch.sendDue();
      outbox.pass(Duration.ofDays(2));
      assertThat(outbox.dispatch.sendDue()).isZero();
      assertThat(server.taken()).hasSize(1);
      assertThat(outbox.in(NoticeState.SENT))
          .singleElement()
          .returns(1, Notice::attempts)
          .returns(outbox.now().minus(Duration.ofDays(2)).toEpochMilli(), this::sentAt);
    }
  }

  private long sentAt(Notice notice) {
    return Objects.requireNonNull(notice.sentAt()).toEpochMilli();
  }

  @Test
  void sendsEachRecipientAMailOfItsOwn() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      server.refuse(TWO, 550, "no such mailbox");
      outbox.put(ONE, TWO, ONE, "three@example.gov.tw");
      assertThat(outbox.dispatch.sendDue()).isEqualTo(2);
      assertThat(server.taken())
          .extracting(MailServer.Taken::recipient)
          .containsExactlyInAnyOrder(ONE, "three@example.gov.tw");
      assertThat(outbox.in(NoticeState.WAITING))
          .singleElement()
          .returns(TWO, Notice::recipient)
          .satisfies(notice -> assertThat(notice.lastError()).contains("no such mailbox"));
    }
  }

  @Test
  void triesAgainLaterWhatWasRefused() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      server.refuse(ONE, 451, "try again later");
      outbox.put(ONE);
      outbox.dispatch.sendDue();
      server.takeAll();
      outbox.pass(Duration.ofSeconds(59));
      assertThat(outbox.dispatch.sendDue()).isZero();
      outbox.pass(Duration.ofSeconds(1));
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
      assertThat(outbox.in(NoticeState.SENT)).singleElement().returns(2, Notice::attempts);
    }
  }

  @Test
  void waitsForAServerThatIsAway() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(ONE);
      outbox.put(TWO);
      server.goAway();
      assertThat(outbox.dispatch.sendDue()).isZero();
      // The second was not even tried.
      assertThat(outbox.in(NoticeState.WAITING))
          .extracting(Notice::attempts)
          .containsExactlyInAnyOrder(1, 0);
      server.comeBack();
      outbox.pass(Duration.ofMinutes(1));
      assertThat(outbox.dispatch.sendDue()).isEqualTo(2);
    }
  }

  @Test
  void givesUpAfterFiveDaysAndSaysSo() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      server.refuse(ONE, 550, "no such mailbox");
      outbox.put(ONE);
      var began = outbox.now();
      outbox.dispatch.sendDue();
      while (!outbox.in(NoticeState.WAITING).isEmpty()) {
        assertThat(Duration.between(began, outbox.now())).isLessThan(Duration.ofDays(6));
        outbox.pass(
            Duration.between(outbox.now(), outbox.in(NoticeState.WAITING).get(0).nextAttemptAt()));
        outbox.dispatch.sendDue();
      }
      assertThat(Duration.between(began, outbox.now())).isGreaterThan(Duration.ofDays(4));
      assertThat(outbox.in(NoticeState.FAILED))
          .singleElement()
          .returns(NoticeDispatch.ATTEMPTS, Notice::attempts);
    }
  }

  @Test
  void severalNodesSendEachOnce() throws Exception {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      String[] many =
          IntStream.range(0, 40)
              .mapToObj(i -> "user" + i + "@example.gov.tw")
              .toArray(String[]::new);
      outbox.put(many);
      List<NoticeDispatch> nodes = List.of(outbox.dispatch, outbox.otherNode(), outbox.otherNode());
      CyclicBarrier together = new CyclicBarrier(nodes.size());
      ExecutorService pool = Executors.newFixedThreadPool(nodes.size());
      List<Callable<Integer>> work = new ArrayList<>();
      for (NoticeDispatch node : nodes) {
        work.add(
            () -> {
              together.await();
              return node.sendDue();
            });
      }
      int sent = 0;
      for (Future<Integer> each : pool.invokeAll(work)) {
        sent += each.get();
      }
      pool.shutdown();
      assertThat(sent).isEqualTo(many.length);
      assertThat(server.taken())
          .extracting(MailServer.Taken::recipient)
          .containsExactlyInAnyOrder(many);
    }
  }

  @Test
  void takesOverWhatANodeLeftInMidSend() {
    try (MailServer server = MailServer.plain();
        Outbox outbox = Outbox.plain(database)) {
      outbox.put(ONE);
      NoticeMapper mapper = outbox.get(NoticeMapper.class);
      mapper.claim(mapper.due(outbox.now(), 1).get(0), outbox.now().plus(NoticeDispatch.CLAIM));
      assertThat(outbox.dispatch.sendDue()).isZero();
      outbox.pass(NoticeDispatch.CLAIM);
      assertThat(outbox.dispatch.sendDue()).isEqualTo(1);
    }
  }

  @Test
  void keepsWhatIsPutWhileThereIsNoMailServer() {
    try (Outbox outbox = Outbox.withoutServer(database)) {
      outbox.put(ONE);
      assertThat(outbox.in(NoticeState.WAITING))
          .singleElement()
          .returns("APSQ11500001", Notice::about);
    }
  }
}
