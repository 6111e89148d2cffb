package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import tw.gov.mocs.hub.client.HubClient;
import tw.gov.mocs.hub.client.HubFaultException;
import tw.gov.mocs.hub.client.HubRequest;
import tw.gov.mocs.hub.shared.KeyFiles;

/** A signed call that the hub refuses, for the pages that show one. */
final class RefusedCall {

  private RefusedCall() {}

  /** Calls for everything, which no service of persons gives. */
  static void make(RunningDemo demo, String name) throws Exception {
    Path pki = Path.of(demo.property("pki.dir"));
    HubClient client =
        HubClient.builder()
            .endpoint(URI.create(demo.property("soap.http.url")))
            .signWith(
                KeyFiles.privateKey(pki.resolve(name + ".key")),
                KeyFiles.certificates(pki.resolve(name + ".crt")).get(0))
            .trustHub(KeyFiles.certificates(pki.resolve("hub.crt")).get(0))
            .timeout(Duration.ofSeconds(30))
            .build();
    HubRequest bare =
        HubRequest.of("SQ_TA_001", demo.property("application." + name), "測試").build();
    assertThatThrownBy(() -> client.call(bare)).isInstanceOf(HubFaultException.class);
  }
}
