package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sandbox (測試環境) beside the demo: a settings file, for whoever starts it. */
final class DemoSandbox {

  private final Path home;
  private final DemoSettings.Ports ports;

  DemoSandbox(Path home, DemoSettings.Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  /** The settings with which the demo's portal offers it. */
  Map<String, Object> offer() {
    return Map.of("hub.web.sandbox.soap-url", soap(), "hub.web.sandbox.portal-url", portal());
  }

  /** Writes its own settings; {@code serve --sandbox} runs it. */
  Path write() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("hub.sandbox.folder", home.resolve("sandbox"));
    all.put("hub.ws.port", ports.soap());
    all.put("hub.ws.public-url", soap());
    all.put("hub.web.port", ports.portal());
    all.put("hub.web.certificate-port", ports.portalCertificate());
    return DemoSettings.save(home.resolve("sandbox.properties"), all);
  }

  private String soap() {
    return "https://localhost:" + ports.soap() + "/exchange";
  }

  private String portal() {
    return "https://localhost:" + ports.portal() + "/";
  }
}
