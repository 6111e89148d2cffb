package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    code(demo, name);
  }

  /** The code with which it is refused. */
  static String code(RunningDemo demo, String name) throws Exception {
    return code(demo, Path.of(demo.property("pki.dir")), name, name);
  }

  /**
   * The same with a key of another folder.
   *
   * @param name of the key's files
   * @param owner whose application it is about
   */
  static String code(RunningDemo demo, Path folder, String name, String owner) throws Exception {
    Path pki = Path.of(demo.property("pki.dir"));
    HubClient client =
        HubClient.builder()
            .endpoint(URI.create(demo.property("soap.http.url")))
            .signWith(
                KeyFiles.privateKey(folder.resolve(name + ".key")),
                KeyFiles.certificates(folder.resolve(name + ".crt")).get(0))
            .trustHub(KeyFiles.certificates(pki.resolve("hub.crt")).get(0))
            .timeout(Duration.ofSeconds(30))
            .build();
    HubRequest bare =
        HubRequest.of("SQ_TA_001", demo.property("application." + owner), "測試").build();
    return catchThrowableOfType(HubFaultException.class, () -> client.call(bare)).code();
  }
}
