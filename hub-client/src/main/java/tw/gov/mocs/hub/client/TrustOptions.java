package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command knows the hub: by its TLS certificate, and by who signs its answers. */
final class TrustOptions {

  @Option(
      names = "--hub-certificate",
      paramLabel = "FILE",
      description = "certificates that sign the answers (平臺簽章憑證)")
  private @Nullable Path hubCertificate;

  @Option(
      names = "--hub-subject",
      paramLabel = "DN",
      description = "instead: any certificate of this subject issued by --ca")
  private @Nullable String hubSubject;

  @Option(
      names = "--hub-policy",
      paramLabel = "OID",
      description = "with --hub-subject: a certificate policy it must hold")
  private @Nullable String hubPolicy;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "authorities of the TLS certificate; without it those of the JDK")
  private @Nullable Path authorities;

  void fillFrom(DemoFile demo) {
    if (hubCertificate == null && hubSubject == null) {
      hubCertificate = demo.path(demo.get("hub.certificate"));
    }
    authorities = authorities == null ? demo.pki("ca.crt") : authorities;
  }

  /** What the module holds, where nothing else is given. */
  void fillFrom(ConfFile module) {
    if (hubCertificate == null && hubSubject == null) {
      hubCertificate = module.requirePath("hub-certificate");
    }
    authorities = authorities == null ? module.path("tls-authorities") : authorities;
  }

  /**
   * Tells the client.
   *
   * @param instead a simulator or a sandbox if it is meant, and nobody else
   */
  void applyTo(HubClient.Builder client, @Nullable X500Principal instead) {
    HubTrust signers = signers();
    client.trustHub(instead == null ? signers : new HubTrust.Simulated(signers, instead));
    if (authorities != null) {
      client.tlsTrust(KeyFiles.certificates(authorities).toArray(X509Certificate[]::new));
    }
  }

  private HubTrust signers() {
    if (hubSubject == null) {
      // The file may hold the issuers too; they sign certificates, not answers.
      return HubTrust.pinned(
          KeyFiles.certificates(given(hubCertificate, "--hub-certificate")).stream()
              .filter(certificate -> certificate.getBasicConstraints() < 0)
              .toArray(X509Certificate[]::new));
    }
    List<X509Certificate> issuers = KeyFiles.certificates(given(authorities, "--ca"));
    try {
      return HubTrust.issuedBy(issuers, new X500Principal(hubSubject), hubPolicy);
    } catch (IllegalArgumentException e) {
      throw new HubCallException(
          Failure.OPTION_INVALID, e, "--hub-subject", hubSubject, "RFC 2253 DN");
    }
  }
}
