package tw.gov.mocs.hub.web.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Whether an authority's certificate is in force. */
enum AnchorState {
  IN_FORCE("✓"),
  NOT_YET("○"),
  EXPIRED("⌛");

  private final String sign;

  AnchorState(String sign) {
    this.sign = sign;
  }

  static AnchorState of(X509Certificate certificate, Instant now) {
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return NOT_YET;
    }
    return now.isAfter(certificate.getNotAfter().toInstant()) ? EXPIRED : IN_FORCE;
  }

  /** The sign beside the text. */
  public String sign() {
    return sign;
  }
}
