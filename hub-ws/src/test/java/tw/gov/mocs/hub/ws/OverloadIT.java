package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** More calls than the hub can work on: those in hand are answered, the others are told so. */
class OverloadIT {

  private static RunningHub own;
  private static String person = "";

  @BeforeAll
  static void start() {
    own = RunningHub.start();
    HeldCall.prepare(own);
    person =
        requireNonNull(
            own.jdbc.queryForObject(
                "SELECT MIN(ID_NO) FROM PERSONNEL.TA_DECORATION_OLD", String.class));
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  private static SignedMessage held() {
    return new SignedMessage()
        .payload(RequestXml.of("SQ_TA_008").criteria(RequestXml.values("idNo", person)).xml());
  }

  @Test
  void fullQueueAnswersBusyInTheCallersVersionOfSoap() throws Exception {
    long before = own.log.strangers(ErrorCode.BUSY);
    try (RunningHub hub = own.withEdge("hub.ws.http.threads=1", "hub.ws.http.queue=1")) {
      CompletableFuture<Reply> first = HeldCall.begin(hub, held());
      List<CompletableFuture<Reply>> more = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        more.add(CompletableFuture.supplyAsync(() -> hub.send(held())));
        more.add(CompletableFuture.supplyAsync(() -> hub.send(held().soap12())));
      }
      // One of the six waits in the queue.
      Eventually.holds(
          () -> assertThat(more.stream().filter(CompletableFuture::isDone)).hasSize(5));
      HeldCall.letGo();
      List<Reply> busy =
          more.stream().map(CompletableFuture::join).filter(r -> r.status() != 200).toList();
      assertThat(busy).hasSize(5).allSatisfy(OverloadIT::isBusy);
      assertThat(busy.stream().map(r -> r.contentType().startsWith("text/xml")))
          .contains(true, false);
      assertThat(first.join().status()).isEqualTo(200);
      assertThat(hub.send(new SignedMessage()).status()).isEqualTo(200);
      Eventually.holds(() -> assertThat(own.log.strangers(ErrorCode.BUSY)).isEqualTo(before + 5));
    }
  }

  private static void isBusy(Reply reply) {
    assertThat(reply.code()).isEqualTo(ErrorCode.BUSY.code());
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.signed()).isFalse();
    boolean soap12 = reply.contentType().startsWith(SoapVersion.V12.mediaType());
    assertThat(reply.document().getDocumentElement().getNamespaceURI())
        .isEqualTo((soap12 ? SoapVersion.V12 : SoapVersion.V11).namespace());
  }

  @Test
  void messagesInWorkCountAsMemory() throws Exception {
    try (RunningHub hub = own.withEdge("hub.ws.http.max-pending-bytes=1048576")) {
      CompletableFuture<Reply> first = HeldCall.begin(hub, padded(held()));
      isBusy(hub.send(padded(new SignedMessage())));
      HeldCall.letGo();
      assertThat(first.join().status()).isEqualTo(200);
      Reply again = hub.send(padded(new SignedMessage()));
      assertThat(again.status()).isEqualTo(200);
    }
  }

  /** The same with 700,000 characters that mean nothing, before the Body. */
  private static SignedMessage padded(SignedMessage message) {
    return message.afterSigning(
        document -> {
          Element root = document.getDocumentElement();
          root.insertBefore(document.createComment("x".repeat(700_000)), root.getLastChild());
        });
  }
}
