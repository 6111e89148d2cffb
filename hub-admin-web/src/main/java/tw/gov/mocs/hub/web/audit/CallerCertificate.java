package tw.gov.mocs.hub.web.audit;

import java.time.Instant;
import tw.gov.mocs.hub.agency.RegisteredCertificate;

/**
 * The certificate that signed a call, as it is registered today.
 *
 * @param subject whose it is, as it says
 * @param issuer who issued it
 * @param from valid from
 * @param to valid to
 * @param confirmedAt since when it counts here
 */
record CallerCertificate(
    String subject, String issuer, Instant from, Instant to, Instant confirmedAt) {

  static CallerCertificate of(RegisteredCertificate registered) {
    return new CallerCertificate(
        registered.certificate().getSubjectX500Principal().toString(),
        registered.certificate().getIssuerX500Principal().toString(),
        registered.certificate().getNotBefore().toInstant(),
        registered.certificate().getNotAfter().toInstant(),
        registered.confirmedAt());
  }
}
