package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.shared.ErrorCode;

/** To whom an encrypted answer goes, and callers to whom it cannot. */
class RefusedEncryptionIT extends RefusingCallers {

  private static final String SERVICE = "SQ_TA_002";
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static RunningHub own;

  @BeforeAll
  static void start() {
    own = RunningHub.start();
    own.ministry.encryptAnswersOf(SERVICE);
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @Override
  RunningHub hub() {
    return own;
  }

  /** A call of an agency that has these certificates for encryption. */
  private SignedMessage of(Identity... encryption) {
    AgencyCode code = new AgencyCode("A09%06dE".formatted(NEXT.incrementAndGet()));
    Identity calling = Identity.ec("caller of " + code, "secp256r1");
    own.ministry.registerAgency(code, calling, encryption);
    Object number = own.ministry.grant(own.ministry.draft().agency(code).service(SERVICE));
    return signed(RequestXml.of(SERVICE).application(number)).by(calling);
  }

  private static Identity encrypting(Duration since) {
    return Identity.encrypting("encryption", Instant.now().minus(since), Identity.UNTIL);
  }

  @Test
  void agencyWithoutCertificateForEncryption() {
    refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, of());
  }

  @Test
  void revokedCertificate() {
    Reply reply =
        refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, of(Identity.ENCRYPTING_REVOKED));
    assertThat(reason(reply)).contains("revoked");
  }

  @Test
  void certificateWhoseRevocationIsUnknown() {
    refuses(ErrorCode.REVOCATION_UNDETERMINED, of(Identity.ENCRYPTING_OF_SILENT));
  }

  @Test
  void certificateThatCannotReceiveAKey() {
    Reply reply =
        refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, of(Identity.ec("ec", "secp256r1")));
    assertThat(reason(reply)).contains("not RSA");
  }

  @Test
  void certificateThatHasExpired() {
    Instant soon = own.clock.instant().plus(Duration.ofMinutes(10));
    Identity ending = Identity.encrypting("ending", Identity.FROM, soon);
    SignedMessage call = of(ending);
    own.clock.forward(Duration.ofMinutes(11));
    Reply reply = refuses(ErrorCode.ENCRYPTION_CERTIFICATE_MISSING, call.at(own.clock.instant()));
    assertThat(reason(reply)).contains("certificates for encryption: 1");
  }

  @Test
  void newestCertificateCounts() {
    Identity older = encrypting(Duration.ofDays(9));
    Identity newer = encrypting(Duration.ofDays(1));
    served(hub().send(of(newer, older))).opened(newer);
  }

  @Test
  void olderCertificateCountsWhenTheNewerCannotBeReliedUpon() {
    Identity older = encrypting(Duration.ofDays(20));
    served(hub().send(of(older, Identity.ENCRYPTING_REVOKED_LATER))).opened(older);
  }
}
