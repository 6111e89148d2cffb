package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The way to the hub and back: HTTP/1.1 over TLS, limited in time and size, no redirects. */
final class HubTransport {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final URI endpoint;
  private final HttpClient http;
  private final Duration timeout;
  private final int limit;
  private final WireListener wire;

  HubTransport(URI endpoint, HttpClient http, Duration timeout, int limit, WireListener wire) {
    boolean plain = !"https".equalsIgnoreCase(endpoint.getScheme());
    if (plain && !LOOPBACK.contains(String.valueOf(endpoint.getHost()))) {
      throw new HubCallException(Failure.PLAIN_HTTP, endpoint);
    }
    this.endpoint = endpoint;
    this.http = http;
    this.timeout = timeout;
    this.limit = limit;
    this.wire = wire;
  }

  /** Sends a request; whatever is SOAP comes back, also with an HTTP error status. */
  Envelope post(SignedRequest request) {
    String type = request.soap().mediaType() + "; charset=utf-8";
    HttpRequest.Builder post =
        HttpRequest.newBuilder(endpoint).POST(BodyPublishers.ofByteArray(request.message()));
    if (request.soap() == SoapVersion.SOAP_1_1) {
      post.header("Content-Type", type).header("SOAPAction", '"' + request.action() + '"');
    } else {
      post.header("Content-Type", type + "; action=\"" + request.action() + '"');
    }
    wire.sent(request.message());
    HttpResponse<byte[]> answer = send(post.build());
    wire.received(answer.statusCode(), answer.body());
    String contentType = answer.headers().firstValue("Content-Type").orElse("-");
    return Envelope.read(answer.body())
        .orElseThrow(
            () ->
                new HubCallException(
                    Failure.ANSWER_NOT_SOAP, endpoint, answer.statusCode(), contentType));
  }

  /** The published contract without policy, as it is; it is not signed. */
  byte[] contract() {
    URI address = URI.create(endpoint + "?wsdl&policy=none");
    return send(HttpRequest.newBuilder(address).GET().build()).body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, info -> new LimitedBody(limit));
    try {
      // HttpRequest.timeout ends with the headers; this one also ends a body that trickles.
      return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new HubCallException(Failure.TIMED_OUT, e, endpoint, timeout.toSeconds());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new HubCallException(Failure.INTERRUPTED, e);
    } catch (ExecutionException e) {
      throw translated(e);
    }
  }

  private HubCallException translated(ExecutionException e) {
    HubCallException own = cause(e, HubCallException.class);
    if (own != null) {
      return own;
    }
    if (cause(e, HttpTimeoutException.class) != null) {
      return new HubCallException(Failure.TIMED_OUT, e, endpoint, timeout.toSeconds());
    }
    if (cause(e, ConnectException.class) != null) {
      return new HubCallException(Failure.UNREACHABLE, e, endpoint);
    }
    if (cause(e, SSLException.class) != null) {
      return new HubCallException(
          nameMismatch(e) ? Failure.TLS_NAME_MISMATCH : Failure.TLS_UNTRUSTED, e, endpoint);
    }
    IOException broken = cause(e, IOException.class);
    String why = broken == null ? String.valueOf(e.getCause()) : String.valueOf(broken);
    return new HubCallException(Failure.CONNECTION_BROKEN, e, endpoint, why);
  }

  /** The JDK has no type for it: HostnameChecker throws a bare CertificateException. */
  private static boolean nameMismatch(Throwable e) {
    CertificateException why = cause(e, CertificateException.class);
    String message = why == null ? null : why.getMessage();
    return message != null
        && (message.startsWith("No subject alternative")
            || message.startsWith("No name matching")
            || message.startsWith("Illegal given domain name"));
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
