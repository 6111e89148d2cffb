package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Gives what went wrong on the way to the hub its own name. */
record TransportFailures(URI endpoint, Duration connectTimeout, Duration timeout) {

  /** RFC 8446 §5.1: the head of a record with an alert; the JDK names what is no HTTP. */
  private static final String TLS_ALERT = "\u0015\u0003";

  /** Why there is no answer, or none to its end. */
  HubCallException of(Throwable e, @Nullable LimitedBody begun) {
    HubCallException own = cause(e, HubCallException.class);
    if (own != null) {
      return own;
    }
    if (cause(e, HttpConnectTimeoutException.class) != null) {
      return new HubCallException(Failure.CONNECT_TIMED_OUT, e, endpoint, seconds(connectTimeout));
    }
    if (cause(e, UnresolvedAddressException.class) != null) {
      return new HubCallException(Failure.HOST_UNKNOWN, e, endpoint.getHost());
    }
    if (cause(e, ConnectException.class) != null) {
      return new HubCallException(Failure.UNREACHABLE, e, endpoint);
    }
    SSLException tls = cause(e, SSLException.class);
    if (tls != null) {
      return tls(e, tls);
    }
    IOException broken = cause(e, IOException.class);
    String why = reason(broken == null ? e : broken);
    if (begun != null) {
      return new HubCallException(Failure.ANSWER_CUT_OFF, e, begun.size(), why);
    }
    if (isPlain() && why.contains(TLS_ALERT)) {
      return new HubCallException(Failure.HTTPS_EXPECTED, e, endpoint);
    }
    // The JDK has no type for it: PlainTunnelingConnection throws a bare IOException.
    return why.startsWith("Tunnel failed")
        ? new HubCallException(Failure.PROXY_REFUSED, e, endpoint, why)
        : new HubCallException(Failure.CONNECTION_BROKEN, e, endpoint, why);
  }

  /** Time is up; what came of an answer until then tells a silent hub from an endless answer. */
  HubCallException timedOut(Throwable e, @Nullable LimitedBody begun) {
    return begun == null
        ? new HubCallException(Failure.TIMED_OUT, e, endpoint, seconds(timeout))
        : new HubCallException(
            Failure.ANSWER_UNFINISHED, e, endpoint, seconds(timeout), begun.size());
  }

  /** An answer that is no SOAP message: somebody between, or another address. */
  HubCallException notSoap(HttpResponse<?> answer) {
    int status = answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("-");
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          new HubCallException(
              Failure.REDIRECTED,
              endpoint,
              status,
              answer.headers().firstValue("Location").orElse("-"));
      case 502, 503, 504 -> new HubCallException(Failure.GATEWAY_ANSWERED, endpoint, status, type);
      case 400 ->
          isPlain()
              ? new HubCallException(Failure.HTTPS_EXPECTED, endpoint)
              : new HubCallException(Failure.ANSWER_NOT_SOAP, endpoint, status, type);
      default -> new HubCallException(Failure.ANSWER_NOT_SOAP, endpoint, status, type);
    };
  }

  /** Then a port of TLS answers with an alert, or in HTML that it is a bad request. */
  private boolean isPlain() {
    return "http".equalsIgnoreCase(endpoint.getScheme());
  }

  private HubCallException tls(Throwable e, SSLException tls) {
    if (cause(e, CertificateExpiredException.class) != null
        || cause(e, CertificateNotYetValidException.class) != null) {
      return new HubCallException(Failure.TLS_NOT_IN_FORCE, e, endpoint);
    }
    CertificateException refused = cause(e, CertificateException.class);
    if (refused != null) {
      return new HubCallException(
          isNameMismatch(refused) ? Failure.TLS_NAME_MISMATCH : Failure.TLS_UNTRUSTED, e, endpoint);
    }
    return cause(e, CertPathValidatorException.class) == null
        ? new HubCallException(Failure.TLS_FAILED, e, endpoint, reason(tls))
        : new HubCallException(Failure.TLS_UNTRUSTED, e, endpoint);
  }

  /** The JDK has no type for it: HostnameChecker throws a bare CertificateException. */
  private static boolean isNameMismatch(CertificateException why) {
    String message = why.getMessage();
    return message != null
        && (message.startsWith("No subject alternative")
            || message.startsWith("No name matching")
            || message.startsWith("Illegal given domain name"));
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
