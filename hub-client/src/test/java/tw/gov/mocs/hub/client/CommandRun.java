package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import picocli.CommandLine;

/** The command run in a demo of two agencies whose hub answers what the test says. */
final class CommandRun {

  private static final String WSDL =
      """
      <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:x="%s"><x:schema>
      <x:element name="SQ_TA_001Response"><x:complexType><x:sequence><x:element name="row">
      <x:complexType><x:sequence>
      <x:element name="idNo"><x:annotation><x:documentation>身分證號</x:documentation>
      </x:annotation></x:element>
      <x:element name="name"><x:annotation><x:documentation>姓名（中文）</x:documentation>
      </x:annotation></x:element>
      <x:element name="birthDate"/></x:sequence></x:complexType></x:element></x:sequence>
      </x:complexType></x:element></x:schema></w:definitions>"""
          .formatted(Namespaces.XML_SCHEMA);

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  CommandRun(Path folder) throws Exception {
    this.folder = folder;
    identity("agency-a", AGENCY);
    identity("hub", HUB);
    pem("ca.crt", "CERTIFICATE", ROOT.certificate().getEncoded());
  }

  /** Key and certificate, as the demo keeps them. */
  void identity(String name, Identity identity) throws Exception {
    pem(name + ".key", "PRIVATE KEY", identity.keys().getPrivate().getEncoded());
    pem(name + ".crt", "CERTIFICATE", identity.certificate().getEncoded());
  }

  /** One row, and the contract for who asks for it. */
  static String rows(LoopbackHub.Asked asked) throws Exception {
    return "wsdl&policy=none".equals(asked.query()) ? WSDL : ClientFixture.good(asked);
  }

  int call(LoopbackHub.Answering answering, String... arguments) throws Exception {
    return command("call", answering, arguments);
  }

  int command(String name, LoopbackHub.Answering answering, String... arguments) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(answering)) {
      Path demo = folder.resolve("demo.properties");
      Files.writeString(
          demo,
          """
          soap.url=%s
          pki.dir=%s
          hub.certificate=%s
          callers=agency-a agency-b agency-a-expired agency-a-revoked agency-b-next auditor
          application.agency-a=APSQ11500001
          application.agency-b=APSQ11500002
          sample.idNo=A100000001
          sample.services=SQ_TA_001 SQ_TA_002
          """
              .formatted(hub.address(), folder, folder.resolve("hub.crt")));
      List<String> all = new ArrayList<>(List.of(name, "--demo", demo.toString()));
      all.addAll(List.of(arguments));
      return execute(all.toArray(String[]::new));
    }
  }

  /** A call of agency A that is answered with a row. */
  int byAgencyA(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("SQ_TA_001", "--as", "agency-a"));
    all.addAll(List.of(options));
    return call(CommandRun::rows, all.toArray(String[]::new));
  }

  int execute(String... arguments) {
    CommandLine line = ClientMain.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  Path folder() {
    return folder;
  }

  void pem(String name, String type, byte[] encoded) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                type,
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded),
                type);
    Files.writeString(folder.resolve(name), text);
  }
}
