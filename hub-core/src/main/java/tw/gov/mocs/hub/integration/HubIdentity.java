package tw.gov.mocs.hub.integration;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.RocDate;

/** Where the hub is and how its answers are known, as modules tell it. */
final class HubIdentity {

  private static final String SIGNING = "certificates/hub-signing.pem";

  /** Programs know by this name that no real answers are meant. */
  private static final String SANDBOX = "certificates/sandbox.pem";

  private static final X500Principal SANDBOX_SIGNER = new X500Principal("CN=SANDBOX");
  private static final String AUTHORITIES = "certificates/tls-authorities.pem";

  private final IntegrationSettings settings;

  HubIdentity(IntegrationSettings settings) {
    this.settings = settings;
  }

  URI endpoint() {
    return required(settings.endpoint(), "endpoint");
  }

  /** The certificates that sign answers: the present one, and the next one if it is known. */
  List<X509Certificate> signers() {
    List<X509Certificate> signers = new ArrayList<>();
    signers.add(KeyFiles.certificates(signing()).get(0));
    if (settings.nextSigningCertificate() != null) {
      signers.add(KeyFiles.certificates(settings.nextSigningCertificate()).get(0));
    }
    return signers;
  }

  /** The last day of a certificate, in Taipei. */
  static LocalDate lastDay(X509Certificate certificate) {
    return RocDate.dayOf(certificate.getNotAfter().toInstant());
  }

  /** The files of certificates by their path. */
  Map<String, String> certificates() {
    Map<String, String> files = new LinkedHashMap<>();
    String signing = Pem.certificates(signing());
    if (settings.nextSigningCertificate() != null) {
      signing += Pem.certificates(settings.nextSigningCertificate());
    }
    files.put(signingFile(), signing);
    if (settings.tlsAuthorities() != null) {
      files.put(AUTHORITIES, Pem.certificates(settings.tlsAuthorities()));
    }
    return files;
  }

  /** {@code connection.conf}, which client and examples read. */
  String connection(Granted granted) {
    return ConfText.of(
            "介接設定 Connection. Relative paths count from this file.",
            "機關的私鑰與憑證請自行放入 keys；模組內沒有任何金鑰。",
            "Put the agency's key and certificate into keys; the module holds none.")
        .put("endpoint", endpoint())
        .put("application", granted.grant().applicationNo())
        .put("hub-certificate", signingFile())
        .put("tls-authorities", settings.tlsAuthorities() == null ? "" : AUTHORITIES)
        .put("key", "keys/agency.key")
        .put("certificate", "keys/agency.crt")
        .put("encryption-key", "")
        .put("encryption-certificate", "")
        .comment("範例呼叫的服務、條件與事由 What the examples call")
        .put(
            "service",
            granted.example().map(e -> e.operation().service().code().value()).orElse(""))
        .put("criterion", granted.example().map(e -> e.criterion().xmlName()).orElse(""))
        .put("purpose", "介接測試 connection test")
        .toString();
  }

  /** Whether this is no hub but a sandbox, whose answers carry that name. */
  boolean isSandbox() {
    return signers().get(0).getSubjectX500Principal().equals(SANDBOX_SIGNER);
  }

  private String signingFile() {
    return isSandbox() ? SANDBOX : SIGNING;
  }

  private Path signing() {
    return required(settings.signingCertificate(), "signing-certificate");
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      String fault = "hub.integration." + name + " is not set, and there is no hub.ws to tell it";
      throw new HubException(ErrorCode.SETTINGS_INVALID, fault, "hub.integration." + name);
    }
    return value;
  }
}
