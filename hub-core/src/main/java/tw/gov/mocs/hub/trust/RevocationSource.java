package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.Digests;

/**
 * Where the revocation of one issuer's certificates is asked.
 *
 * @param issuer its name
 * @param certificate its certificate, where the settings name one
 * @param crl address of its list
 * @param ocsp address of its responder
 */
record RevocationSource(
    X500Principal issuer,
    @Nullable X509Certificate certificate,
    @Nullable URI crl,
    @Nullable URI ocsp) {

  /** Under which its last list is kept. */
  String key() {
    byte[] address = String.valueOf(crl).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256(issuer.getEncoded(), address));
  }
}
