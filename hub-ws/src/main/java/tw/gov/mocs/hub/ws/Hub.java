package tw.gov.mocs.hub.ws;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
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
import tw.gov.mocs.hub.trust.TrustDecision;

/** All that the edge asks of the hub behind it: the doors of hub-core, or a fake in tests. */
interface Hub {

  /** Whether the certificate may sign calls; {@code alsoSent} only helps to build its path. */
  TrustDecision verify(X509Certificate certificate, List<X509Certificate> alsoSent);

  Optional<RegisteredCertificate> findCertificate(X509Certificate certificate);

  Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial);

  Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier);

  Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint);

  Agency agency(long id);

  /** Whether this node has recorded a call with this digest lately; false proves nothing. */
  boolean seenRecently(byte[] signedDigest);

  Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer);

  HubStatusAnswer status(Caller caller, String requestId);

  HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why);

  /** The last checkpoint of the log, of number 0 before the first; from memory, so never fails. */
  CheckpointRef lastCheckpoint();

  void countRefusal(
      ErrorCode cause, InetAddress address, @Nullable String thumbprint, String detail);

  /** The same of a good certificate that nobody registered, by whose key the signature held. */
  void countProven(
      ErrorCode cause, InetAddress address, X509Certificate certificate, String detail);
}
