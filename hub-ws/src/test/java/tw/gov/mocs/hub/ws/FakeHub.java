package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.apache.wss4j.common.crypto.Merlin;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.exchange.AnswerHead;
import tw.gov.mocs.hub.exchange.AnswerWriter;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.exchange.HubStatusAnswer;
import tw.gov.mocs.hub.exchange.HubStatusAnswer.ApplicationStatus;
import tw.gov.mocs.hub.exchange.Served;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.RevocationEvidence;
import tw.gov.mocs.hub.trust.RevocationState;
import tw.gov.mocs.hub.trust.TrustDecision;

/** A hub with some registered certificates, one service, and a memory of what it was asked. */
final class FakeHub implements Hub {

  /** A refusal before the caller was known. */
  record Counted(ErrorCode cause, String detail) {}

  final ConcurrentLinkedQueue<Counted> counted = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<HubException> refused = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<Caller> callers = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<byte[]> digests = new ConcurrentLinkedQueue<>();
  final AtomicInteger served = new AtomicInteger();
  final Map<X509Certificate, ErrorCode> untrusted = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<RegisteredCertificate> registered;

  /** What the next answers hold. */
  volatile List<String[]> rows = List.<String[]>of(new String[] {"A123456780", "王𠮷 & <乙>"});

  volatile @Nullable RuntimeException failure;

  FakeHub() {
    registered =
        List.of(
            registered(1, 1, Identity.AGENCY, CertificateUse.CALL),
            registered(2, 1, Identity.P256, CertificateUse.CALL),
            registered(3, 1, Identity.P384, CertificateUse.CALL),
            registered(4, 1, Identity.RSA_4096, CertificateUse.CALL),
            registered(5, 1, Identity.LOGIN_ONLY, CertificateUse.LOGIN),
            registered(6, 2, Identity.OF_SUSPENDED, CertificateUse.CALL));
  }

  private static RegisteredCertificate registered(
      long id, long agency, Identity identity, CertificateUse use) {
    String thumbprint = HexFormat.of().formatHex(sha("SHA-256", identity.certificate()));
    return new RegisteredCertificate(
        id, agency, identity.certificate(), thumbprint, Set.of(use), null, Instant.now());
  }

  private static byte[] sha(String algorithm, X509Certificate certificate) {
    try {
      return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public TrustDecision verify(X509Certificate certificate, List<X509Certificate> alsoSent) {
    ErrorCode refusal = untrusted.get(certificate);
    if (refusal != null) {
      return new TrustDecision.Untrusted(refusal, "as the test says");
    }
    return new TrustDecision.Trusted(
        certificate,
        List.of(certificate),
        new RevocationEvidence(RevocationState.GOOD, "test", Instant.now(), false),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Optional<RegisteredCertificate> findCertificate(X509Certificate certificate) {
    return registered.stream().filter(r -> r.certificate().equals(certificate)).findFirst();
  }

  @Override
  public Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial) {
    return registered.stream()
        .filter(r -> r.certificate().getIssuerX500Principal().equals(issuer))
        .filter(r -> r.certificate().getSerialNumber().equals(serial))
        .findFirst();
  }

  @Override
  public Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier) {
    return registered.stream()
        .filter(r -> Arrays.equals(ski(r.certificate()), identifier))
        .findFirst();
  }

  private static byte[] ski(X509Certificate certificate) {
    try {
      return new Merlin().getSKIBytesFromCert(certificate);
    } catch (org.apache.wss4j.common.ext.WSSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint) {
    return registered.stream()
        .filter(r -> Arrays.equals(sha("SHA-1", r.certificate()), thumbprint))
        .findFirst();
  }

  @Override
  public Optional<RegisteredCertificate> findEncryptionCertificate(long agencyId) {
    return findCertificate(Identity.AGENCY.certificate());
  }

  @Override
  public Agency agency(long id) {
    return new Agency(id, new AgencyCode("AGENCY" + id), "機關", null, null, id == 2);
  }

  private void claim(Caller caller) {
    callers.add(caller);
    if (!seen.add(HexFormat.of().formatHex(caller.signedDigest()))) {
      throw refuse(caller, null, null, null, new HubException(ErrorCode.REPLAYED, "seen"));
    }
  }

  @Override
  public boolean seenRecently(byte[] signedDigest) {
    return false;
  }

  @Override
  public Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer) {
    claim(caller);
    RuntimeException now = failure;
    if (now != null) {
      throw now;
    }
    try {
      writer.begin(
          new AnswerHead(
              request.service(),
              request.requestId(),
              "REC1",
              Instant.now(),
              1,
              caller.requestDigest(),
              7,
              Digests.sha256(new byte[0]),
              List.of("idNo", "name")));
      for (String[] row : rows) {
        writer.row(row);
      }
      digests.add(writer.end(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    served.incrementAndGet();
    return new Served("REC1", rows.size());
  }

  @Override
  public HubStatusAnswer status(Caller caller, String requestId) {
    claim(caller);
    LocalDate today = LocalDate.now();
    return new HubStatusAnswer(
        "REC2",
        requestId,
        caller.agency().code().value(),
        caller.agency().name(),
        "1",
        30,
        Instant.now(),
        List.of(
            new ApplicationStatus(
                "APSQ11500001", GrantStatus.ACTIVE, today, today, 1, 2, List.of("SQ_TA_001"))));
  }

  @Override
  public HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why) {
    refused.add(why);
    return why.recordedAs("REFUSED1");
  }

  @Override
  public void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    counted.add(new Counted(cause, detail));
  }

  void forget() {
    counted.clear();
    refused.clear();
    callers.clear();
    digests.clear();
    untrusted.clear();
    failure = null;
    served.set(0);
    new HashSet<>(seen).forEach(seen::remove);
  }
}
