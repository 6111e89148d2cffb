package tw.gov.mocs.hub.trust;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The sources of revocation: those of the settings, and those of the authorities added. */
@Component
class RevocationSources {

  private static final Set<String> SCHEMES = Set.of("file", "http", "https");

  private final List<RevocationSource> configured;
  private final Supplier<List<Anchor>> anchors;

  @Autowired
  RevocationSources(TrustSettings settings, TrustAnchors anchors) {
    this(settings, anchors::list);
  }

  RevocationSources(TrustSettings settings, Supplier<List<Anchor>> anchors) {
    this.configured = settings.revocation().stream().map(RevocationSources::source).toList();
    this.anchors = anchors;
  }

  /** Those of the settings, then those of the authorities that were added. */
  List<RevocationSource> all() {
    return Stream.concat(
            configured.stream(),
            anchors.get().stream()
                .filter(one -> !one.sources().equals(Anchor.Sources.NONE))
                .map(RevocationSources::source))
        .toList();
  }

  /** Whether the settings name it. */
  boolean isConfigured(RevocationSource source) {
    return configured.contains(source);
  }

  /** Those for this issuer: by its certificate where the settings name one, else by its name. */
  List<RevocationSource> of(X509Certificate issuer) {
    return all().stream()
        .filter(source -> source.issuer().equals(issuer.getSubjectX500Principal()))
        .filter(
            source ->
                source.certificate() == null
                    || source.certificate().getPublicKey().equals(issuer.getPublicKey()))
        .toList();
  }

  /** A setting that can be used. */
  static final class Readable implements Check<TrustSettings.Source> {

    @Override
    public void check(TrustSettings.Source setting) {
      source(setting);
    }
  }

  private static RevocationSource source(Anchor anchor) {
    return new RevocationSource(
        anchor.certificate().getSubjectX500Principal(),
        anchor.certificate(),
        anchor.sources().crl(),
        anchor.sources().ocsp());
  }

  private static RevocationSource source(TrustSettings.Source setting) {
    if (setting.crl() == null && setting.ocsp() == null) {
      throw invalid(setting, "it has neither crl nor ocsp");
    }
    if (setting.crl() != null && !SCHEMES.contains(String.valueOf(setting.crl().getScheme()))) {
      throw invalid(setting, "crl must be a file:, http: or https: address");
    }
    if (setting.ocsp() != null && !String.valueOf(setting.ocsp().getScheme()).startsWith("http")) {
      throw invalid(setting, "ocsp must be an http: or https: address");
    }
    if (isFile(setting.issuer())) {
      X509Certificate certificate = KeyFiles.certificates(Path.of(setting.issuer())).get(0);
      return new RevocationSource(
          certificate.getSubjectX500Principal(), certificate, setting.crl(), setting.ocsp());
    }
    try {
      return new RevocationSource(
          new X500Principal(setting.issuer()), null, setting.crl(), setting.ocsp());
    } catch (IllegalArgumentException e) {
      throw invalid(setting, "issuer is neither a certificate file nor a distinguished name");
    }
  }

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static HubException invalid(TrustSettings.Source setting, String why) {
    String text = "revocation of " + setting.issuer() + ": " + why;
    return new HubException(ErrorCode.SETTINGS_INVALID, text, text);
  }
}
