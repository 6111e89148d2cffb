package tw.gov.mocs.hub.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.CertificateUse;

/** A core that trusts an authority of its own, and an agency that proposes certificates of it. */
final class ProposalWorld {

  static final Set<CertificateUse> CALL = Set.of(CertificateUse.CALL);
  static final Actor ADMINISTRATOR = new Actor("admin", "ad".repeat(32), null);
  static final KeyPair RSA = KeyPairs.rsa();
  static final KeyPair EC = KeyPairs.ec("secp256r1");
  private static final Map<TestDatabase, ProposalWorld> SHARED = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();

  final ConfigurableApplicationContext core;
  final DemoPki pki;
  final CertificateAuthority issuer;
  final CertificateProposals proposals;
  final Agencies agencies;
  final LaterClock clock;
  private final Path folder;

  /** The one on this database, until this JVM ends: use an agency of your own. */
  static ProposalWorld shared(TestDatabase database) {
    return SHARED.computeIfAbsent(
        database,
        fresh -> {
          ProposalWorld world = new ProposalWorld(fresh);
          Runtime.getRuntime().addShutdownHook(new Thread(world::close));
          return world;
        });
  }

  private ProposalWorld(TestDatabase database) {
    try {
      folder = Files.createTempDirectory("hub-proposals");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pki = SharedPki.in(folder);
    issuer =
        CertificateAuthority.of(
            KeyFiles.certificates(pki.intermediate()).get(0),
            KeyFiles.privateKey(folder.resolve("intermediate.key")),
            List.of(KeyFiles.certificates(pki.root()).get(0)));
    core =
        TestCore.start(
            database,
            Map.of(
                "hub.trust.accept-demo-certificates", "true",
                "hub.trust.roots", pki.root().toString(),
                "hub.trust.intermediates", pki.intermediate().toString(),
                "hub.trust.revocation[0].issuer", pki.root().toString(),
                "hub.trust.revocation[0].crl", pki.rootCrl().toUri().toString(),
                "hub.trust.revocation[1].issuer", pki.intermediate().toString(),
                "hub.trust.revocation[1].crl", pki.intermediateCrl().toUri().toString()),
            LaterClock.Settings.class);
    proposals = core.getBean(CertificateProposals.class);
    agencies = core.getBean(Agencies.class);
    clock = core.getBean(LaterClock.class);
  }

  /** An agency with a card. */
  Proposer agency() {
    return agency("2.25.77." + NEXT.incrementAndGet());
  }

  Proposer agency(String oid) {
    AgencyCode code = new AgencyCode("Q%06d".formatted(NEXT.incrementAndGet()));
    Agency agency = agencies.register(code, "提出機關", null, oid, ADMINISTRATOR);
    RegisteredCertificate card =
        agencies.registerCertificate(
            code, issued(EC, all -> all), Set.of(CertificateUse.LOGIN), ADMINISTRATOR);
    return new Proposer(agency, new Actor(code.value(), card.thumbprint(), null));
  }

  /** An agency and who acts for it. */
  record Proposer(Agency agency, Actor actor) {

    long id() {
      return agency.id();
    }
  }

  X509Certificate issued(KeyPair keys, UnaryOperator<CertificateRequest> changed) {
    Instant now = Instant.now();
    return issuer.issue(
        changed.apply(
            CertificateRequest.of(
                    "SERIALNUMBER=Q" + NEXT.incrementAndGet() + ",C=TW",
                    keys.getPublic(),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(100)))
                .keyUsage(KeyUsage.digitalSignature)));
  }

  /** As {@code openssl dgst -sha256 -sign} does. */
  static byte[] signed(KeyPair keys, String statement) {
    try {
      Signature signature =
          Signature.getInstance(
              keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(statement.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Proposes it for calls, answered as it should be. */
  CertificateProposal propose(Proposer by, X509Certificate certificate, KeyPair keys) {
    byte[] file = der(certificate);
    CertificateChallenge challenge = proposals.challenge(by.id(), file, CALL, by.actor());
    return proposals.propose(
        by.id(), file, CALL, challenge.nonce(), signed(keys, challenge.text()), by.actor());
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void close() {
    core.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The time of day, or later. */
  static final class LaterClock extends Clock {

    volatile Duration later = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(later);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    /** Gives it to the hub instead of its own. */
    static class Settings {

      @Bean
      @Primary
      LaterClock laterClock() {
        return new LaterClock();
      }
    }
  }
}
