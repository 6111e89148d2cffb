package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.audit.ProvenKeys;
import tw.gov.mocs.hub.audit.Sighting;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.Certificates;

/** What strangers can make the hub keep: little, and by the queue of refusals alone. */
@OnEveryDatabase
class SeenCertificateBoundTest {

  private static final Map<String, String> TWO = Map.of("hub.seen-certificates.at-most", "2");

  private final TestDatabase database;

  SeenCertificateBoundTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void neverKeepsMoreThanTheSettingSaysAndForgetsTheLongestUnseen() {
    try (ConfigurableApplicationContext core = TestCore.start(database, TWO)) {
      ProvenKeys book = core.getBean(ProvenKeys.class);
      Instant now = Instant.now();
      X509Certificate oldest = AgencyTestCertificates.good();
      X509Certificate again = AgencyTestCertificates.good();
      X509Certificate newest = AgencyTestCertificates.good();
      book.keep(List.of(shown(again, now.minusSeconds(3)), shown(oldest, now.minusSeconds(2))));
      book.keep(List.of(shown(again, now.minusSeconds(1)), shown(newest, now)));
      SeenCertificateMapper mapper = core.getBean(SeenCertificateMapper.class);
      assertThat(mapper.all())
          .extracting(row -> row.thumbprint())
          .containsExactlyInAnyOrder(
              Certificates.thumbprint(again), Certificates.thumbprint(newest));
    }
  }

  @Test
  void writesDownWhatTheLogCountsAndNothingThatWasNotProven() {
    try (ConfigurableApplicationContext core = TestCore.start(database, TWO)) {
      AuditLog log = core.getBean(AuditLog.class);
      X509Certificate proven = AgencyTestCertificates.good();
      String thumbprint = Certificates.thumbprint(proven);
      InetAddress address = InetAddress.getLoopbackAddress();
      log.countRefusal(ErrorCode.SIGNATURE_INVALID, address, "ab".repeat(32), "why");
      for (int i = 0; i < 5; i++) {
        ProvenKey key = new ProvenKey(proven, thumbprint, ProvenKey.Place.CALL);
        log.countProven(ErrorCode.CERTIFICATE_NOT_REGISTERED, address, key, "why");
      }
      SeenCertificateMapper mapper = core.getBean(SeenCertificateMapper.class);
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (mapper.all().stream().mapToLong(row -> row.callTimes()).sum() < 5) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        LockSupport.parkNanos(20_000_000);
      }
      assertThat(mapper.all())
          .singleElement()
          .returns(thumbprint, row -> row.thumbprint())
          .returns(address.getHostAddress(), row -> row.lastAddress());
    }
  }

  private static Sighting shown(X509Certificate one, Instant at) {
    ProvenKey key = new ProvenKey(one, Certificates.thumbprint(one), ProvenKey.Place.LOGIN);
    return new Sighting(key, "192.0.2.7", at, 1);
  }
}
