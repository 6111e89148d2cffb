package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * What an OCSP responder is asked.
 *
 * @param certificate about which
 * @param issuer who issued it
 * @param responder who is asked
 */
record OcspQuestion(X509Certificate certificate, X509Certificate issuer, URI responder) {

  /** The same question asked twice has the same key. */
  String key() {
    return Certificates.thumbprint(certificate) + " " + responder;
  }
}
