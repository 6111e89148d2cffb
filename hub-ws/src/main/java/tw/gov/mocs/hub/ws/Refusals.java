package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Records a refusal and answers it with a fault. Before a registered certificate's signature held
 * it is only counted, and the fault is unsigned; after, it is recorded and signed.
 */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Hub hub;
  private final SpoolFolder spools;
  private final AnswerSender sender;

  Refusals(Hub hub, SpoolFolder spools, AnswerSender sender) {
    this.hub = hub;
    this.spools = spools;
    this.sender = sender;
  }

  /**
   * Answers a call that failed.
   *
   * @param call null if it failed before anything was known of it
   */
  void answer(@Nullable Throwable thrown, @Nullable Call call, HttpServletResponse response)
      throws IOException {
    if (LeavingAnswer.of(response).isGiven()) {
      LOG.info("failed after its answer: {}", String.valueOf(thrown));
      return;
    }
    HubException refusal = recorded(refusal(thrown), call);
    LOG.info("refused {}: {}", named(refusal), refusal.detail());
    Caller caller = call == null ? null : call.caller();
    SoapVersion version = call == null ? SoapVersion.V11 : call.version();
    AnswerBody body = new AnswerBody(spools.open(), version);
    FaultBody.write(
        refusal,
        call == null || caller == null ? null : call.requestId(),
        caller == null ? null : hub.lastCheckpoint(),
        version,
        body);
    sender.send(
        new Answer(
            status(refusal.code(), version),
            version,
            body,
            caller != null,
            call == null ? null : call.messageId(),
            Names.WSA + "/fault"),
        response);
  }

  /** Its code and, if there is one, its record. */
  static String named(HubException refusal) {
    String code = refusal.code().code();
    return refusal.recordId() == null ? code : code + " " + refusal.recordId();
  }

  private static HubException refusal(@Nullable Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof HubException refusal) {
        return refusal;
      }
    }
    LOG.error("a call failed", thrown);
    return thrown == null
        ? new HubException(ErrorCode.INTERNAL_ERROR, "no cause")
        : DatabaseFailures.of(thrown);
  }

  private HubException recorded(HubException refusal, @Nullable Call call) {
    Caller caller = call == null ? null : call.caller();
    if (call == null || caller == null) {
      count(refusal, call);
      return refusal;
    }
    if (call.recordId() != null) {
      // What breaks after that is no second call: whoever asks finds it recorded as served.
      return refusal.recordedAs(call.recordId());
    }
    if (refusal.recordId() != null
        || refusal.code() == ErrorCode.LOG_UNAVAILABLE
        || refusal.code() == ErrorCode.DATABASE_UNAVAILABLE) {
      return refusal;
    }
    return hub.refuse(caller, call.operation(), call.requestId(), call.applicationNo(), refusal);
  }

  /** That nobody registered it is said of a certificate that is good in all else. */
  private void count(HubException refusal, @Nullable Call call) {
    InetAddress address = call == null ? InetAddress.getLoopbackAddress() : call.address();
    X509Certificate signer = call == null ? null : call.signer();
    if (signer != null && refusal.code() == ErrorCode.CERTIFICATE_NOT_REGISTERED) {
      hub.countProven(refusal.code(), address, signer, refusal.detail());
    } else {
      String thumbprint = call == null ? null : call.thumbprint();
      hub.countRefusal(refusal.code(), address, thumbprint, refusal.detail());
    }
  }

  /** SOAP 1.1 §6.2 wants 500 for every fault; SOAP 1.2 Part 2 §7.5.1.2 tells whose it is. */
  private static int status(ErrorCode code, SoapVersion version) {
    if (code == ErrorCode.CONTENT_TYPE_UNSUPPORTED) {
      return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    }
    if (code == ErrorCode.METHOD_NOT_ALLOWED) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    boolean sender = version == SoapVersion.V12 && code.fault() == ErrorCode.Fault.CALLER;
    return sender
        ? HttpServletResponse.SC_BAD_REQUEST
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
