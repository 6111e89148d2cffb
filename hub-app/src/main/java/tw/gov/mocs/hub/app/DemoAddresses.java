package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SampleRecords;

/** {@code demo.properties}: how any program reaches the demo. */
final class DemoAddresses {

  private final Path home;
  private final Map<String, Object> all = new LinkedHashMap<>();

  DemoAddresses(Path home, DemoSettings.Ports ports, DemoPki pki) {
    this.home = home;
    String soap = "https://localhost:" + ports.soap() + "/exchange";
    all.put("soap.url", soap);
    all.put("soap.wsdl", soap + "?wsdl");
    all.put("soap.http.url", "http://localhost:" + ports.soapHttp() + "/exchange");
    all.put("portal.url", "https://localhost:" + ports.portal() + "/");
    all.put("portal.cert.url", "https://localhost:" + ports.portalCertificate() + "/");
    all.put("pki.dir", pki.folder());
    all.put("callers", String.join(" ", DemoPki.callers()));
    all.put("hub.certificate", pki.hub().certificate());
    all.put("sample.idNo", SampleRecords.sampleIdNo());
  }

  /** Names the demo's OCSP responder too. */
  void responder(URI address) {
    all.put("ocsp.url", address);
  }

  /** Names the settings of a sandbox beside it too. */
  void sandbox(Path settings) {
    all.put("sandbox.config", settings);
  }

  /**
   * Writes the file, now that the applications have their numbers.
   *
   * @param services that are asked about the sample person
   */
  void write(ApplicationNumber agencyA, ApplicationNumber agencyB, List<String> services) {
    all.put("application.agency-a", agencyA);
    all.put("application.agency-b", agencyB);
    all.put("sample.services", String.join(" ", services));
    DemoSettings.save(file(), all);
  }

  Path file() {
    return home.resolve("demo.properties");
  }

  void print(PrintWriter out) {
    all.forEach((name, value) -> out.printf("  %-22s %s%n", name, value));
    out.println("  all of this            " + file());
    out.println(
        "  a sandbox beside it    ./hub serve --sandbox --config " + all.get("sandbox.config"));
    out.println("  another call           ./hub call SQ_TA_002 --as agency-a" + elsewhere());
  }

  /** Where other commands find the demo, unless it is where they look by themselves. */
  private String elsewhere() {
    Path usual = Path.of(System.getProperty("project.home", "."), "var", "demo");
    boolean asUsual = home.toAbsolutePath().normalize().equals(usual.toAbsolutePath().normalize());
    return asUsual ? "" : " --demo " + file();
  }
}
