package tw.gov.mocs.hub.trust;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** The authorities that are known at one moment: those trusted, and those that only lead there. */
final class TrustStore {

  private final Set<X509Certificate> roots;
  private final Map<X500Principal, Set<X509Certificate>> bySubject = new HashMap<>();

  TrustStore(List<X509Certificate> roots, List<X509Certificate> intermediates) {
    this.roots = new LinkedHashSet<>(roots);
    roots.forEach(this::add);
    intermediates.forEach(this::add);
  }

  private void add(X509Certificate authority) {
    bySubject
        .computeIfAbsent(authority.getSubjectX500Principal(), name -> new LinkedHashSet<>())
        .add(authority);
  }

  boolean isRoot(X509Certificate certificate) {
    return roots.contains(certificate);
  }

  /** Roots and intermediates of this name. */
  Set<X509Certificate> named(X500Principal subject) {
    return bySubject.getOrDefault(subject, Set.of());
  }
}
