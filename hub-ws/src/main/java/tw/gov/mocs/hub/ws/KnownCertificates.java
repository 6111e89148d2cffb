package tw.gov.mocs.hub.ws;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.exchange.AnswerWriter;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.exchange.HubStatusAnswer;
import tw.gov.mocs.hub.exchange.Served;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision;

/** No hub at all, only the certificates that somebody brings: enough to verify a signature. */
record KnownCertificates(List<X509Certificate> all) implements Hub {

  @Override
  public Optional<RegisteredCertificate> findCertificate(X509Certificate certificate) {
    return find(certificate::equals);
  }

  @Override
  public Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial) {
    return find(
        one -> one.getIssuerX500Principal().equals(issuer) && one.getSerialNumber().equals(serial));
  }

  @Override
  public Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier) {
    return find(
        one -> {
          byte[] extension = one.getExtensionValue(Extension.subjectKeyIdentifier.getId());
          return extension != null
              && Arrays.equals(
                  ASN1OctetString.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                      .getOctets(),
                  identifier);
        });
  }

  @Override
  public Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint) {
    return find(
        one -> {
          try {
            return Arrays.equals(
                MessageDigest.getInstance("SHA-1").digest(one.getEncoded()), thumbprint);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
          }
        });
  }

  private Optional<RegisteredCertificate> find(Predicate<X509Certificate> which) {
    return all.stream()
        .filter(which)
        .findFirst()
        .map(
            one ->
                new RegisteredCertificate(
                    0, 0, one, Certificates.thumbprint(one), Set.of(), null, Instant.EPOCH, null));
  }

  @Override
  public TrustDecision verify(X509Certificate certificate, List<X509Certificate> alsoSent) {
    throw none();
  }

  @Override
  public Agency agency(long id) {
    throw none();
  }

  @Override
  public boolean seenRecently(byte[] signedDigest) {
    throw none();
  }

  @Override
  public Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer) {
    throw none();
  }

  @Override
  public HubStatusAnswer status(Caller caller, String requestId) {
    throw none();
  }

  @Override
  public HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why) {
    throw none();
  }

  @Override
  public CheckpointRef lastCheckpoint() {
    throw none();
  }

  @Override
  public void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail) {
    throw none();
  }

  @Override
  public void countProven(
      ErrorCode cause, InetAddress address, X509Certificate certificate, String detail) {
    throw none();
  }

  private static IllegalStateException none() {
    return new IllegalStateException("there is no hub behind it");
  }
}
