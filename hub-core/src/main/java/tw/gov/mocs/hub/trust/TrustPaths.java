package tw.gov.mocs.hub.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;

/**
 * Through which authorities a certificate leads to a trusted root, by names and signatures alone:
 * whether it is in force or revoked is not asked.
 */
@Component
public class TrustPaths {

  private final TrustAnchors anchors;

  /** Each with the thumbprints of its authorities. */
  private final Cache<String, List<Set<String>>> known =
      Caffeine.newBuilder().maximumSize(20_000).build();

  TrustPaths(TrustAnchors anchors, Changes changes) {
    this.anchors = anchors;
    // After the listener of the anchors, which was there before.
    changes.listen(ChangeTopic.TRUST, known::invalidateAll);
  }

  /** Whether there is one at all, also through others that were sent with it. */
  public boolean leadsToRoot(X509Certificate certificate, List<X509Certificate> alsoSent) {
    return !PathFinder.paths(certificate, alsoSent, anchors.store()).isEmpty();
  }

  /** The thumbprints of all authorities that it leads through. */
  public Set<String> authoritiesOf(X509Certificate certificate) {
    Set<String> all = new HashSet<>();
    of(certificate).forEach(all::addAll);
    return all;
  }

  /** Whether it leads to a root now, and would not without this authority. */
  public boolean needs(X509Certificate certificate, String authority) {
    List<Set<String>> paths = of(certificate);
    return !paths.isEmpty() && paths.stream().allMatch(path -> path.contains(authority));
  }

  private List<Set<String>> of(X509Certificate certificate) {
    return known.get(
        Certificates.thumbprint(certificate),
        key ->
            PathFinder.paths(certificate, List.of(), anchors.store()).stream()
                .map(TrustPaths::authorities)
                .toList());
  }

  private static Set<String> authorities(List<X509Certificate> path) {
    Set<String> all = new HashSet<>();
    path.subList(1, path.size()).forEach(one -> all.add(Certificates.thumbprint(one)));
    return all;
  }
}
