package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoCard;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.OcspResponder;
import tw.gov.mocs.hub.demo.SampleApplications;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.trust.CertificateUse;

/** The demo's applications: signed by its cards, believed because a responder says good. */
@Timeout(120)
class EvidenceOfRespondersTest {

  @Test
  void everyCommandOfItsInstructionsSucceeds(@TempDir Path folder) throws Exception {
    DemoPki pki = SharedPki.in(folder.resolve("pki"));
    try (OcspResponder responder = OcspResponder.start(pki, 0, Clock.systemUTC());
        ConfigurableApplicationContext core =
            TestCore.start(TestDatabase.H2, settings(pki, responder))) {
      register(core, "A01000000A", pki.agencyA());
      register(core, "A02000000B", pki.agencyB());
      SampleApplications.Numbers made =
          core.getBean(SampleApplications.class)
              .make(DemoCard.of(pki.agencyA()), DemoCard.of(pki.agencyB()), Quota.DEFAULT);
      Map<String, byte[]> files =
          Zips.files(core.getBean(ApplicationEvidence.class).zip(made.agencyA()));
      assertThat(files).containsKeys("ocsp-1.der", "crl-2.pem", "certificate-3.pem");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      List<String> commands =
          Files.readString(folder.resolve("VERIFY.txt"))
              .lines()
              .map(String::strip)
              .filter(line -> line.startsWith("openssl "))
              .toList();
      assertThat(commands).hasSize(6);
      for (String command : commands) {
        run(folder, command);
      }
      assertThat(run(folder, commands.get(4)))
          .contains("Response verify OK", "certificate-1.pem: good");
      assertThat(commands.get(3)).contains("-crl_check -CRLfile crl-2.pem", "certificate-2.pem");
    }
  }

  private static Map<String, String> settings(DemoPki pki, OcspResponder responder) {
    return Map.of(
        "hub.trust.accept-demo-certificates", "true",
        "hub.trust.roots", pki.root().toString(),
        "hub.trust.intermediates", pki.intermediate().toString(),
        "hub.trust.revocation[0].issuer", pki.root().toString(),
        "hub.trust.revocation[0].crl", pki.rootCrl().toUri().toString(),
        "hub.trust.revocation[1].issuer", pki.intermediate().toString(),
        "hub.trust.revocation[1].ocsp", responder.address().toString(),
        "hub.receipt.certificate", pki.receipt().certificate().toString(),
        "hub.receipt.key", pki.receipt().key().toString());
  }

  private static void register(
      ConfigurableApplicationContext core, String code, DemoPki.Identity identity) {
    Agencies agencies = core.getBean(Agencies.class);
    AgencyCode agency = new AgencyCode(code);
    agencies.register(agency, "示範機關", null, null, Ministry.ADMINISTRATOR);
    agencies.registerCertificate(
        agency,
        DemoCard.of(identity).certificate(),
        Set.of(CertificateUse.LOGIN),
        Ministry.ADMINISTRATOR);
  }

  private static String run(Path folder, String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(command + "\n" + text).isZero();
    return text;
  }
}
