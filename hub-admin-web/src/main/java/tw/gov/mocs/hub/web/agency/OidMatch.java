package tw.gov.mocs.hub.web.agency;

import java.util.Optional;
import tw.gov.mocs.hub.agency.Agency;

/** How the OID that a certificate names stands to the one of its agency. */
enum OidMatch {
  SAME("✓"),
  DIFFERENT("✕"),
  NOT_NAMED("!"),
  AGENCY_HAS_NONE("!");

  private final String sign;

  OidMatch(String sign) {
    this.sign = sign;
  }

  static OidMatch of(Agency agency, Optional<String> named) {
    if (named.isEmpty()) {
      return NOT_NAMED;
    }
    if (agency.oid() == null) {
      return AGENCY_HAS_NONE;
    }
    return named.get().equals(agency.oid()) ? SAME : DIFFERENT;
  }

  /** The sign beside the text. */
  public String sign() {
    return sign;
  }
}
