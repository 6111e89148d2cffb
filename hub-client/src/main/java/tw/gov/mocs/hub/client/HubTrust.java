package tw.gov.mocs.hub.client;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Which certificates may sign the hub's answers. */
public sealed interface HubTrust {

  /** Who answers in place of the hub, where there is none, with rows that nobody has. */
  X500Principal SIMULATOR = new X500Principal("CN=SIMULATOR");

  /** Who signs the answers of a sandbox of the ministry, with rows that nobody has either. */
  X500Principal SANDBOX = new X500Principal("CN=SANDBOX");

  /**
   * Refuses a certificate that is not the hub's.
   *
   * @throws HubCallException {@link Failure#CERTIFICATE_UNTRUSTED}
   */
  void require(X509Certificate certificate, Instant at);

  /**
   * Exactly the certificates that the hub publishes; two while it changes its key. A simulator's or
   * sandbox's is refused though it be among them: see {@link #simulator} and {@link #sandbox}.
   */
  static HubTrust pinned(X509Certificate... certificates) {
    return new Pinned(Set.of(certificates));
  }

  /**
   * Any certificate of this subject that one of these authorities issued. The subject is needed:
   * the same authority issues the certificates of others too.
   *
   * @param policy an object identifier that the certificate's policies must hold; null for any
   */
  static HubTrust issuedBy(
      Collection<X509Certificate> authorities, X500Principal subject, @Nullable String policy) {
    return new Issued(Set.copyOf(authorities), subject, policy);
  }

  /** A simulator with this certificate, and never the hub: for tests without a network. */
  static HubTrust simulator(X509Certificate certificate) {
    return new Simulated(pinned(certificate), SIMULATOR);
  }

  /** A sandbox (測試環境) that signs with this certificate, and never the hub. */
  static HubTrust sandbox(X509Certificate certificate) {
    return new Simulated(pinned(certificate), SANDBOX);
  }

  /** The published certificates themselves. */
  record Pinned(Set<X509Certificate> certificates) implements HubTrust {

    /** Copies the certificates. */
    public Pinned {
      certificates = Set.copyOf(certificates);
    }

    @Override
    public void require(X509Certificate certificate, Instant at) {
      requireReal(certificate);
      if (!certificates.contains(certificate)) {
        throw untrusted(certificate, null);
      }
    }
  }

  /** An authority, and the name it gave to the hub. Revocation is not asked for: pin to be sure. */
  record Issued(Set<X509Certificate> authorities, X500Principal subject, @Nullable String policy)
      implements HubTrust {

    /** Copies the authorities. */
    public Issued {
      authorities = Set.copyOf(authorities);
    }

    @Override
    public void require(X509Certificate certificate, Instant at) {
      requireReal(certificate);
      if (!certificate.getSubjectX500Principal().equals(subject)) {
        throw untrusted(certificate, null);
      }
      try {
        // Every authority given is an anchor (RFC 5280 §6.1.1), also an intermediate one.
        Set<TrustAnchor> anchors =
            authorities.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        if (policy != null) {
          parameters.setInitialPolicies(new HashSet<>(Set.of(policy)));
          parameters.setExplicitPolicyRequired(true);
        }
        CertPath path =
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
      } catch (GeneralSecurityException e) {
        throw untrusted(certificate, e);
      }
    }
  }

  /**
   * A simulator or a sandbox, known by its own certificate.
   *
   * @param known that certificate
   * @param subject which of the two is meant
   */
  record Simulated(HubTrust known, X500Principal subject) implements HubTrust {

    @Override
    public void require(X509Certificate certificate, Instant at) {
      boolean its = certificate.getSubjectX500Principal().equals(subject);
      if (!its || !(known instanceof Pinned pinned) || !pinned.certificates.contains(certificate)) {
        throw untrusted(certificate, null);
      }
    }
  }

  private static void requireReal(X509Certificate certificate) {
    if (certificate.getSubjectX500Principal().equals(SIMULATOR)) {
      throw new HubCallException(Failure.SIMULATOR_ANSWERED);
    }
    if (certificate.getSubjectX500Principal().equals(SANDBOX)) {
      throw new HubCallException(Failure.SANDBOX_ANSWERED);
    }
  }

  private static HubCallException untrusted(X509Certificate who, @Nullable Throwable why) {
    return new HubCallException(
        Failure.CERTIFICATE_UNTRUSTED, why, who.getSubjectX500Principal().getName());
  }
}
