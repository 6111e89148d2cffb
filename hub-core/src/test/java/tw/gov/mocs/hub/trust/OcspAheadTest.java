package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;
import static tw.gov.mocs.hub.trust.TrustWorld.CA_KEYS;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.shared.ErrorCode;

/** OCSP answers are asked ahead, so that a call need not wait for a responder. */
@Timeout(60)
class OcspAheadTest {

  private static final Duration WITHIN = Duration.ofSeconds(150);

  private TrustWorld world = new TrustWorld(Path.of("."));
  private X509Certificate leaf = world.leaf();

  @BeforeEach
  void make(@TempDir Path folder) {
    world = new TrustWorld(folder);
    leaf = world.leaf();
  }

  @Test
  void asksNothingOnTheWayOfACall() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      ahead();
      trusted(world.call(leaf));
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void asksNothingOnTheWayOfACallAfterTheRefreshTimeEither() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      ahead();
      world.clock.forward(Duration.ofMinutes(11));
      trusted(world.call(leaf));
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void asksAgainBeforeTheRefreshTime() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      ahead();
      world.clock.forward(Duration.ofMinutes(7));
      ahead();
      assertThat(server.requests()).isEqualTo(1);
      world.clock.forward(Duration.ofMinutes(1));
      ahead();
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void asksAgainBeforeTheAnswerEnds() {
    LoopbackResponder responder =
        new LoopbackResponder(CA_KEYS)
            .during(TrustWorld.NOW, TrustWorld.NOW.plus(Duration.ofMinutes(3)));
    try (LoopbackServer server = responder.start()) {
      world.ocsp(server.address());
      ahead();
      world.clock.forward(Duration.ofMinutes(1));
      ahead();
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void saysWhetherTheResponderAnswered() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      assertThat(world.verifier().refreshRevocation(leaf, WITHIN)).isTrue();
      server.status(503);
      world.clock.forward(Duration.ofMinutes(8));
      assertThat(world.verifier().refreshRevocation(leaf, WITHIN)).isFalse();
    }
  }

  @Test
  void asksNothingAboutACertificateThatHasExpired() {
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      world.clock.forward(Duration.ofDays(31));
      ahead();
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void refusesAtOnceWhatWasRevokedMeanwhile() {
    LoopbackResponder responder = new LoopbackResponder(CA_KEYS);
    try (LoopbackServer server = responder.start()) {
      world.ocsp(server.address());
      trusted(world.call(leaf));
      responder.revoked();
      world.clock.forward(Duration.ofSeconds(10));
      world.verifier().refreshRevocation(leaf, Duration.ofMinutes(10));
      refused(ErrorCode.CERTIFICATE_REVOKED, world.call(leaf));
    }
  }

  @Test
  void waitsForNobodyWhileTheLastAnswerIsInItsGrace() {
    world.settings.put("hub.trust.fetch-timeout", "5s");
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start()) {
      world.ocsp(server.address());
      ahead();
      server.slow();
      world.clock.forward(Duration.ofHours(2));
      long before = System.nanoTime();
      RevocationEvidence evidence = trusted(world.call(leaf)).revocation();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
      assertThat(evidence.withinGrace()).isTrue();
    }
  }

  @Test
  void givesUpSoonWhereACallMustAsk() {
    world.settings.put("hub.trust.fetch-timeout", "20s");
    try (LoopbackServer server = new LoopbackResponder(CA_KEYS).start().slow()) {
      world.ocsp(server.address());
      long before = System.nanoTime();
      refused(ErrorCode.REVOCATION_UNDETERMINED, world.call(leaf));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private void ahead() {
    world.verifier().refreshRevocation(leaf, WITHIN);
  }
}
