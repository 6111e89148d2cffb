package tw.gov.mocs.hub.incident;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tw.gov.mocs.hub.notice.MailAddress;

/** The mail address that an administrator's card names; accounts themselves have none. */
final class CardMail {

  /** RFC 5280 §4.2.1.6: rfc822Name. */
  private static final Integer RFC822_NAME = 1;

  private CardMail() {}

  /** That of the certificate bound last, of those that name one. */
  static Optional<String> of(List<X509Certificate> certificates) {
    List<X509Certificate> newest = new ArrayList<>(certificates);
    Collections.reverse(newest);
    return newest.stream().flatMap(one -> names(one).stream()).findFirst();
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> RFC822_NAME.equals(name.get(0)))
              .map(name -> String.valueOf(name.get(1)))
              .filter(MailAddress::matches)
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
