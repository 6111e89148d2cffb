package tw.gov.mocs.hub.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * A card of an account.
 *
 * @param certificate its certificate
 * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
 * @param last whether the account could not log in any more without it
 */
public record AccountCard(X509Certificate certificate, String thumbprint, boolean last) {

  /** The cards of an account in the same order; none is the last one while it is disabled. */
  static List<AccountCard> of(List<X509Certificate> all, boolean enabled, Instant now) {
    return all.stream()
        .map(
            one ->
                new AccountCard(
                    one, Certificates.thumbprint(one), enabled && isLast(one, all, now)))
        .toList();
  }

  /** A card that is over is none to be left with, unless all of them are. */
  private static boolean isLast(X509Certificate one, List<X509Certificate> all, Instant now) {
    return isOver(one, now)
        ? all.size() == 1
        : all.stream().noneMatch(other -> !other.equals(one) && !isOver(other, now));
  }

  private static boolean isOver(X509Certificate one, Instant now) {
    return now.isAfter(one.getNotAfter().toInstant());
  }
}
