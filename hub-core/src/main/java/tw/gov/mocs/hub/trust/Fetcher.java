package tw.gov.mocs.hub.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Gets bytes from a configured address within the time and size of the settings; the time counts to
 * the last byte. Redirections are not followed: they would lead to addresses not configured.
 */
@Component
class Fetcher {

  private final Duration timeout;
  private final int maxBytes;
  private final HttpClient client;

  Fetcher(TrustSettings settings) {
    this.timeout = settings.fetchTimeout();
    this.maxBytes = settings.maxListBytes();
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  byte[] get(URI address) throws RevocationUnknown {
    if ("file".equals(address.getScheme())) {
      return read(Path.of(address));
    }
    return send(HttpRequest.newBuilder(address).timeout(timeout).GET().build(), timeout);
  }

  /** Sends the body; gives up after {@code limit}, or sooner if the settings say so. */
  byte[] post(URI address, String contentType, byte[] body, Duration limit)
      throws RevocationUnknown {
    Duration time = limit.compareTo(timeout) < 0 ? limit : timeout;
    return send(
        HttpRequest.newBuilder(address)
            .timeout(time)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        time);
  }

  private byte[] read(Path file) throws RevocationUnknown {
    try {
      if (Files.size(file) > maxBytes) {
        throw new RevocationUnknown(
            RevocationFailure.TOO_LARGE, "larger than " + maxBytes + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RevocationUnknown(RevocationFailure.FILE, "cannot be read: " + e);
    }
  }

  private byte[] send(HttpRequest request, Duration time) throws RevocationUnknown {
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(request, head -> new LimitedBody(maxBytes));
    try {
      HttpResponse<byte[]> response = future.get(time.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new RevocationUnknown(
            RevocationFailure.STATUS, "HTTP status " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new RevocationUnknown(RevocationFailure.TIME_OUT, "no answer within " + time);
    } catch (ExecutionException e) {
      throw new RevocationUnknown(RevocationFailure.UNREACHABLE, "unreachable: " + e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new RevocationUnknown(RevocationFailure.TIME_OUT, "interrupted");
    }
  }
}
