package tw.gov.mocs.hub.web.agency;

import tw.gov.mocs.hub.agency.SeenCertificate;

/** Whether an agency has the OID that an unregistered certificate names. */
enum OidOwner {
  KNOWN("✓"),
  UNKNOWN("!"),
  NOT_NAMED("!");

  private final String sign;

  OidOwner(String sign) {
    this.sign = sign;
  }

  static OidOwner of(SeenCertificate seen) {
    if (seen.namedOid() == null) {
      return NOT_NAMED;
    }
    return seen.agency() == null ? UNKNOWN : KNOWN;
  }

  /** The sign beside the text. */
  public String sign() {
    return sign;
  }
}
