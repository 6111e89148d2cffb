package tw.gov.mocs.hub.agency;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.trust.CertificateUse;

/** The agencies and their registered certificates, kept in memory and read anew when changed. */
@Component
public class Agencies {

  /** The agency with this key. */
  public Agency get(long agencyId) {
    throw new UnsupportedOperationException("being built");
  }

  /** The agency with this code. */
  public Optional<Agency> find(AgencyCode code) {
    throw new UnsupportedOperationException("being built");
  }

  /** The registration of this very certificate. */
  public Optional<RegisteredCertificate> findCertificate(X509Certificate certificate) {
    throw new UnsupportedOperationException("being built");
  }

  /** A registered certificate by issuer and serial number. */
  public Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial) {
    throw new UnsupportedOperationException("being built");
  }

  /** A registered certificate by subject key identifier (RFC 5280 §4.2.1.2, or computed). */
  public Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier) {
    throw new UnsupportedOperationException("being built");
  }

  /** A registered certificate by SHA-1 thumbprint, as WS-Security 1.1.1 §7.4 names it. */
  public Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint) {
    throw new UnsupportedOperationException("being built");
  }

  /** The certificate that answers and files for the agency are encrypted to: the newest. */
  public Optional<RegisteredCertificate> findEncryptionCertificate(long agencyId) {
    throw new UnsupportedOperationException("being built");
  }

  /** Registers an agency; ALREADY_EXISTS if the code is taken. */
  public Agency register(
      AgencyCode code, String name, @Nullable String nameEn, @Nullable String oid, Actor actor) {
    throw new UnsupportedOperationException("being built");
  }

  /** Registers a certificate for an agency, confirmed; its OID must be the agency's. */
  public RegisteredCertificate registerCertificate(
      AgencyCode code, X509Certificate certificate, Set<CertificateUse> uses, Actor actor) {
    throw new UnsupportedOperationException("being built");
  }
}
