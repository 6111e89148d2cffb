package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.client;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who am I, and what may I call. */
class StatusTest {

  private static final String STATUS =
      """
      <HubStatusResponse xmlns="%s"><requestId>%s</requestId><recordId>R</recordId>\
      <agencyCode>A01</agencyCode><agencyName>甲機關</agencyName>\
      <certificateSerial>1f</certificateSerial><certificateDays>20</certificateDays>\
      <hubTime>2026-11-23T08:00:00+08:00</hubTime>\
      <checkpoint><number>7</number><hash>aGFzaA==</hash></checkpoint><application>\
      <applicationNo>APSQ11500001</applicationNo><status>ACTIVE</status>\
      <from>2026-01-01</from><to>2026-12-31</to><callsLeft>9</callsLeft><rowsLeft>8</rowsLeft>\
      <service>SQ_TA_001</service></application></HubStatusResponse>""";

  @Test
  void readsValues() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(StatusTest::answer)) {
      HubStatus status = client(hub).build().status();
      assertThat(status.agencyName()).isEqualTo("甲機關");
      assertThat(status.checkpoint()).contains(new HubAnswer.Checkpoint(7, "aGFzaA=="));
      assertThat(status.applications())
          .containsExactly(
              new HubStatus.ApplicationStatus(
                  "APSQ11500001",
                  "ACTIVE",
                  LocalDate.of(2026, 1, 1),
                  LocalDate.of(2026, 12, 31),
                  9,
                  8,
                  true,
                  List.of("SQ_TA_001")));
    }
  }

  @Test
  void refusesADayThatIsNone() throws Exception {
    try (LoopbackHub hub =
        new LoopbackHub(
            a -> new AnswerSigner(HUB).sign(content(a).replace("2026-12-31", "115/12/31")))) {
      HubClient client = client(hub).build();
      assertThat(catchThrowableOfType(HubCallException.class, client::status).failure())
          .isEqualTo(Failure.ANSWER_NOT_OF_CONTRACT);
    }
  }

  @Test
  void commandPrintsIt(@TempDir Path folder) throws Exception {
    CommandRun run = new CommandRun(folder);
    assertThat(run.command("status", StatusTest::answer, "--as", "agency-a")).isZero();
    assertThat(run.out())
        .contains("機關 agency        A01 甲機關")
        .contains("APSQ11500001  ACTIVE  2026-01-01 – 2026-12-31");
  }

  private static String answer(LoopbackHub.Asked asked) throws Exception {
    return new AnswerSigner(HUB).sign(content(asked));
  }

  private static String content(LoopbackHub.Asked asked) {
    return STATUS.formatted(Namespaces.EXCHANGE, asked.requestId());
  }
}
