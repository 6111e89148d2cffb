package tw.gov.mocs.hub.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds every chain of names and signatures from a certificate to a root (RFC 4158). It goes by
 * names alone, not by key identifiers, which GRCA and GCA certificates lack; what it finds still
 * has to be validated. Its work is bounded, because strangers send certificates.
 */
final class PathFinder {

  private static final int MAX_SENT = 8;
  private static final int MAX_LENGTH = 7;
  private static final int MAX_PATHS = 16;
  private static final int MAX_SIGNATURES = 64;

  private final TrustStore store;
  private final List<X509Certificate> sent;
  private final List<List<X509Certificate>> found = new ArrayList<>();
  private int signatures;

  private PathFinder(TrustStore store, List<X509Certificate> sent) {
    this.store = store;
    this.sent = sent.stream().filter(PathFinder::canIssue).toList();
  }

  /** A key beyond the limits can be made to take a second for each signature. */
  private static boolean canIssue(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0
        && AlgorithmLimits.weakKey(certificate.getPublicKey()).isEmpty();
  }

  /** Each path begins with the certificate and ends with a root; the shortest comes first. */
  static List<List<X509Certificate>> paths(
      X509Certificate certificate, List<X509Certificate> alsoSent, TrustStore store) {
    List<X509Certificate> sent = alsoSent.subList(0, Math.min(MAX_SENT, alsoSent.size()));
    PathFinder finder = new PathFinder(store, sent);
    finder.extend(List.of(certificate));
    finder.found.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return finder.found;
  }

  private void extend(List<X509Certificate> path) {
    X509Certificate last = path.get(path.size() - 1);
    for (X509Certificate issuer : issuers(last)) {
      if (found.size() >= MAX_PATHS || holds(path, issuer) || !signed(last, issuer)) {
        continue;
      }
      List<X509Certificate> longer = new ArrayList<>(path);
      longer.add(issuer);
      if (store.isRoot(issuer)) {
        found.add(List.copyOf(longer));
      }
      // A root may itself be cross-certified by another root: that path is tried too.
      if (longer.size() < MAX_LENGTH) {
        extend(longer);
      }
    }
  }

  private Set<X509Certificate> issuers(X509Certificate certificate) {
    Set<X509Certificate> all =
        new LinkedHashSet<>(store.named(certificate.getIssuerX500Principal()));
    sent.stream()
        .filter(each -> each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .forEach(all::add);
    return all;
  }

  /** RFC 4158 §2.4.2: the same name and key twice is a loop. */
  private static boolean holds(List<X509Certificate> path, X509Certificate next) {
    return path.stream()
        .anyMatch(
            each ->
                each.getSubjectX500Principal().equals(next.getSubjectX500Principal())
                    && each.getPublicKey().equals(next.getPublicKey()));
  }

  private boolean signed(X509Certificate certificate, X509Certificate issuer) {
    if (signatures++ >= MAX_SIGNATURES) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
