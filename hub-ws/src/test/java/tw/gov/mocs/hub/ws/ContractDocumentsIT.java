package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What anybody may get. */
class ContractDocumentsIT {

  private static RunningEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = RunningEndpoint.start("hub.ws.plain-http=true", "hub.ws.plain-http-port=0");
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private static HttpResponse<String> get(String method, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint.https + "?wsdl"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return endpoint.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void servesTheContract() throws Exception {
    HttpResponse<String> response = get("GET");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("<definitions/>");
    assertThat(response.headers().map()).doesNotContainKey("server");
  }

  @Test
  void answersHeadWithoutContent() throws Exception {
    HttpResponse<String> response = get("HEAD");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void saysThatItHasNotChanged() throws Exception {
    String etag = get("GET").headers().firstValue("ETag").orElseThrow();
    assertThat(get("GET", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void knowsNoOtherPath() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.https + "/services")).build();
    assertThat(endpoint.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }
}
