package tw.gov.mocs.hub.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The way to the hub and back: HTTP/1.1 over TLS, limited in time and size, no redirects. */
final class HubTransport {

  private static final int PROXY_AUTHENTICATION = 407;
  static final int HIGHEST_PORT = 65_535;
  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final URI endpoint;
  private final HttpClient http;
  private final Duration timeout;
  private final int limit;
  private final WireListener wire;
  private final TransportFailures failures;

  HubTransport(URI endpoint, HttpClient http, Duration timeout, int limit, WireListener wire) {
    requireSafe(endpoint);
    this.endpoint = endpoint;
    this.http = http;
    this.timeout = timeout;
    this.limit = limit;
    this.wire = wire;
    failures = new TransportFailures(endpoint, http.connectTimeout().orElse(timeout), timeout);
  }

  private static void requireSafe(URI endpoint) {
    String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    if (endpoint.getHost() == null
        || !SCHEMES.contains(scheme)
        || endpoint.getPort() == 0
        || endpoint.getPort() > HIGHEST_PORT) {
      throw new HubCallException(Failure.ADDRESS_INVALID, endpoint);
    }
    if (scheme.equals("http") && !LOOPBACK.contains(endpoint.getHost())) {
      throw new HubCallException(Failure.PLAIN_HTTP, endpoint);
    }
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
    return Envelope.read(answer.body()).orElseThrow(() -> failures.notSoap(answer));
  }

  /** The published contract without policy, as it is; it is not signed. */
  byte[] contract() {
    URI address = URI.create(endpoint + "?wsdl&policy=none");
    return send(HttpRequest.newBuilder(address).GET().build()).body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    AtomicReference<@Nullable LimitedBody> begun = new AtomicReference<>();
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(
            request,
            info -> {
              LimitedBody body = new LimitedBody(limit);
              begun.set(body);
              return body;
            });
    try {
      // HttpRequest.timeout ends with the headers; this one also ends a body that trickles.
      HttpResponse<byte[]> answer = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() == PROXY_AUTHENTICATION) {
        // Of a proxy that wants a password, the JDK hands out the answer, with null as its body.
        throw new HubCallException(Failure.PROXY_REFUSED, endpoint, "HTTP 407");
      }
      return answer;
    } catch (TimeoutException e) {
      call.cancel(true);
      throw failures.timedOut(e, begun.get());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new HubCallException(Failure.INTERRUPTED, e);
    } catch (ExecutionException e) {
      throw failures.of(e, begun.get());
    }
  }
}
