package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What anybody may get. */
class ContractDocumentsIT {

  private static final RunningHub hub = RunningHub.shared();

  private static HttpResponse<String> get(String method, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hub.https + "?wsdl"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return hub.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void servesTheContract() throws Exception {
    HttpResponse<String> response = get("GET");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("SQ_TA_001Request", "Basic256Sha256");
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
    HttpRequest request = HttpRequest.newBuilder(URI.create(hub.https + "/services")).build();
    assertThat(hub.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }
}
