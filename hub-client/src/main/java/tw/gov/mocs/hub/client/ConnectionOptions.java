package tw.gov.mocs.hub.client;

import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command reaches the hub, signs, and knows the hub's signature. */
final class ConnectionOptions {

  @Option(names = "--as", paramLabel = "NAME", description = "a caller of the demo: agency-a …")
  @Nullable String demoName;

  @Option(
      names = "--demo",
      paramLabel = "FILE",
      defaultValue = "${sys:hub.home:-.}/var/demo/demo.properties",
      description = "what the demo wrote down (default: ${DEFAULT-VALUE})")
  Path demo = Path.of("var/demo/demo.properties");

  @Option(names = "--endpoint", paramLabel = "URL", description = "address of the exchange (介接位址)")
  @Nullable URI endpoint;

  @Option(names = "--key", paramLabel = "FILE", description = "private key, PEM (私鑰)")
  @Nullable Path key;

  @Option(names = "--cert", paramLabel = "FILE", description = "its certificate, PEM (憑證)")
  @Nullable Path certificate;

  @Option(
      names = "--p12",
      paramLabel = "FILE",
      description = "both as PKCS#12; the password is asked for or taken from HUB_KEY_PASSWORD")
  @Nullable Path pkcs12;

  @Option(
      names = "--hub-certificate",
      paramLabel = "FILE",
      description = "certificates that sign the answers (平臺簽章憑證)")
  @Nullable Path hubCertificate;

  @Option(
      names = "--hub-subject",
      paramLabel = "DN",
      description = "instead: any certificate of this subject issued by --ca")
  @Nullable String hubSubject;

  @Option(
      names = "--hub-policy",
      paramLabel = "OID",
      description = "with --hub-subject: a certificate policy it must hold")
  @Nullable String hubPolicy;

  @Option(names = "--ca", paramLabel = "FILE", description = "authorities of the TLS certificate")
  @Nullable Path authorities;

  @Option(names = "--soap", paramLabel = "1.1|1.2", description = "SOAP version (default: 1.1)")
  String soap = "1.1";

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "for a call (default: 60)")
  long timeout = 60;

  @Option(names = "--raw", description = "print both messages as they went (holds personal data)")
  boolean raw;

  @Mixin private final DecryptionOptions decryption = new DecryptionOptions();

  /** The demo, when one of its callers is meant. */
  @Nullable DemoFile demoFile() {
    return demoName == null ? null : new DemoFile(demo);
  }

  HubClient client(WireListener wire) {
    DemoFile demoFile = demoFile();
    if (demoFile != null) {
      fillFrom(demoFile);
    }
    KeyFiles.Pair pair = pair();
    HubClient.Builder builder =
        HubClient.builder()
            .endpoint(given(endpoint, "--endpoint"))
            .signWith(pair.key(), pair.certificate())
            .soap(version())
            .timeout(Duration.ofSeconds(timeout))
            .wire(raw ? wire : WireListener.NONE)
            .trustHub(trust());
    if (authorities != null) {
      builder.tlsTrust(certificates(authorities));
    }
    decryption.applyTo(builder);
    return builder.build();
  }

  private void fillFrom(DemoFile demoFile) {
    endpoint = endpoint == null ? URI.create(demoFile.get("soap.url")) : endpoint;
    if (pkcs12 == null && key == null) {
      key = demoFile.pki(demoName + ".key");
      certificate = certificate == null ? demoFile.pki(demoName + ".crt") : certificate;
    }
    if (hubCertificate == null && hubSubject == null) {
      hubCertificate = demoFile.path(demoFile.get("hub.certificate"));
    }
    decryption.fillFrom(demoFile, given(demoName, "--as"));
    authorities = authorities == null ? demoFile.pki("ca.crt") : authorities;
  }

  private KeyFiles.Pair pair() {
    Path store = pkcs12;
    if (store != null) {
      return KeyFiles.pkcs12(store, () -> password(store));
    }
    Path keyFile = given(key, "--key");
    return KeyFiles.pem(keyFile, given(certificate, "--cert"), () -> password(keyFile));
  }

  private HubTrust trust() {
    if (hubSubject == null) {
      // The file may hold the issuers too; they sign certificates, not answers.
      return HubTrust.pinned(
          KeyFiles.certificates(given(hubCertificate, "--hub-certificate")).stream()
              .filter(certificate -> certificate.getBasicConstraints() < 0)
              .toArray(X509Certificate[]::new));
    }
    List<X509Certificate> issuers = List.of(certificates(given(authorities, "--ca")));
    try {
      return HubTrust.issuedBy(issuers, new X500Principal(hubSubject), hubPolicy);
    } catch (IllegalArgumentException e) {
      throw new HubCallException(
          Failure.OPTION_INVALID, e, "--hub-subject", hubSubject, "RFC 2253 DN");
    }
  }

  private SoapVersion version() {
    return switch (soap) {
      case "1.1" -> SoapVersion.SOAP_1_1;
      case "1.2" -> SoapVersion.SOAP_1_2;
      default -> throw new HubCallException(Failure.OPTION_INVALID, "--soap", soap, "1.1 | 1.2");
    };
  }

  private static X509Certificate[] certificates(Path file) {
    return KeyFiles.certificates(file).toArray(X509Certificate[]::new);
  }

  static char[] password(Path file) {
    String given = System.getenv("HUB_KEY_PASSWORD");
    if (given != null) {
      return given.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("密碼 Password of %s: ", file);
    return given(typed, "HUB_KEY_PASSWORD");
  }

  static <T> T given(@Nullable T value, String option) {
    if (value == null) {
      throw new HubCallException(Failure.OPTION_MISSING, option);
    }
    return value;
  }
}
