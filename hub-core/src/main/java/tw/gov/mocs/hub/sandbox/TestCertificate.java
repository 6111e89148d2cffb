package tw.gov.mocs.hub.sandbox;

import java.time.Instant;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.ApplicationNumber;

/**
 * 測試憑證: with it every open service of the sandbox can be called.
 *
 * @param agency the test agency that it is registered for
 * @param application 申請案號 that calls name
 */
public record TestCertificate(
    Agency agency, RegisteredCertificate registered, ApplicationNumber application) {

  /** Until when it is good. */
  public Instant until() {
    return registered.certificate().getNotAfter().toInstant();
  }
}
