package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.Ministry;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.RocDate;

/** Two nodes on one server database: what the one decides of a grant, the other soon keeps to. */
class OtherNodeTest {

  private static final long FIVE_SECONDS = 5_000_000_000L;
  private static final ServiceCode CODES = new ServiceCode("SQ_COM_01");
  private static final Actor REVIEWER = new Actor("reviewer", null, null);

  private final ApplicationContext one = TestCore.shared(TestDatabase.POSTGRESQL);

  @Test
  void refusesWithinFiveSecondsWhatTheOtherHasSuspendedOrRevoked() throws InterruptedException {
    Ministry ministry = new Ministry(one);
    Application granted = ministry.granted();
    GrantControl control = one.getBean(GrantControl.class);
    try (ConfigurableApplicationContext other = startOther()) {
      assertThat(decide(other, granted)).isInstanceOf(AccessDecision.Allowed.class);
      control.suspend(Ministry.number(granted), 1, "異常使用", REVIEWER);
      assertThat(code(decide(one, granted))).isEqualTo(ErrorCode.GRANT_SUSPENDED.name());
      until(ErrorCode.GRANT_SUSPENDED.name(), other, granted);
      control.resume(Ministry.number(granted), 2, "查明無誤", REVIEWER);
      until("ALLOWED", other, granted);
      control.revoke(Ministry.number(granted), 3, "不再需要", REVIEWER);
      until(ErrorCode.GRANT_REVOKED.name(), other, granted);
    }
  }

  private static void until(String wanted, ApplicationContext node, Application granted)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (!code(decide(node, granted)).equals(wanted)) {
      assertThat(System.nanoTime() - begun).as("waiting for " + wanted).isLessThan(FIVE_SECONDS);
      Thread.sleep(20);
    }
  }

  private static String code(AccessDecision decision) {
    return decision instanceof AccessDecision.Refused refused ? refused.code().name() : "ALLOWED";
  }

  private static AccessDecision decide(ApplicationContext node, Application granted) {
    ExchangeRequest request =
        new ExchangeRequest(
            CODES,
            "r-1",
            Ministry.number(granted).value(),
            "公文 1150001",
            List.of(),
            List.of(),
            null,
            null);
    return node.getBean(AccessDecider.class)
        .decide(
            new AccessQuestion(
                granted.agencyId(),
                address(),
                RocDate.dayOf(node.getBean(Clock.class).instant()),
                request,
                node.getBean(Grants.class).find(Ministry.number(granted)).orElse(null),
                node.getBean(Catalogue.class).current().find(CODES).orElseThrow(),
                "{}"));
  }

  private static InetAddress address() {
    try {
      return InetAddress.getByName("192.0.2.10");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** On the database of the first, with a chain of its own. */
  private ConfigurableApplicationContext startOther() {
    Map<String, String> settings =
        Stream.of(
                "hub.database.url",
                "hub.database.user",
                "hub.source.url",
                "hub.source.user",
                "hub.source.schema")
            .collect(
                Collectors.toMap(
                    name -> name, name -> one.getEnvironment().getRequiredProperty(name)));
    settings.put("hub.audit.node", "other");
    return TestCore.start(TestDatabase.POSTGRESQL, settings);
  }
}
