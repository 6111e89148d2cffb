package tw.gov.mocs.hub.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** A complete revocation list (RFC 5280 §5), held in memory. */
final class RevocationList {

  private static final int CRL_SIGN = 6;

  private final X509CRL crl;
  private final @Nullable BigInteger number;
  private final CrlScope scope;
  private final Map<PublicKey, Boolean> signers = new ConcurrentHashMap<>();

  private RevocationList(X509CRL crl, @Nullable BigInteger number, CrlScope scope) {
    this.crl = crl;
    this.number = number;
    this.scope = scope;
  }

  /**
   * Reads a list, DER or PEM.
   *
   * @throws RevocationUnknown if it is none that the hub understands wholly
   */
  static RevocationList parse(byte[] bytes) throws RevocationUnknown {
    try {
      X509CRL crl =
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
      if (crl == null || crl.getNextUpdate() == null) {
        throw new RevocationUnknown(
            RevocationFailure.NOT_UNDERSTOOD, "the list names no next update (RFC 5280 §5.1.2.5)");
      }
      Set<String> critical = new HashSet<>();
      if (crl.getCriticalExtensionOIDs() != null) {
        critical.addAll(crl.getCriticalExtensionOIDs());
      }
      critical.remove(Extension.issuingDistributionPoint.getId());
      // Among them the delta list, whose base is another list.
      if (!critical.isEmpty()) {
        throw new RevocationUnknown(
            RevocationFailure.NOT_UNDERSTOOD,
            "the list has extensions not understood: " + critical);
      }
      Optional<String> weak = AlgorithmLimits.weakSignature(crl);
      if (weak.isPresent()) {
        throw new RevocationUnknown(RevocationFailure.WEAK, "the list has " + weak.get());
      }
      return new RevocationList(crl, number(crl), CrlScope.of(crl));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new RevocationUnknown(RevocationFailure.UNREADABLE, "not a revocation list: " + e);
    }
  }

  X500Principal issuer() {
    return crl.getIssuerX500Principal();
  }

  Instant thisUpdate() {
    return crl.getThisUpdate().toInstant();
  }

  Instant nextUpdate() {
    return crl.getNextUpdate().toInstant();
  }

  byte[] der() {
    try {
      return crl.getEncoded();
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For whoever wants to verify it again. */
  RevocationProof proof(String source) {
    return new RevocationProof(
        RevocationProof.Kind.CRL, source, thisUpdate(), nextUpdate(), this::der);
  }

  /** Whether this authority signed it and may sign lists (RFC 5280 §6.3.3 (f), (g)). */
  boolean isSignedBy(X509Certificate authority) {
    boolean[] usage = authority.getKeyUsage();
    return (usage == null || usage[CRL_SIGN])
        && signers.computeIfAbsent(authority.getPublicKey(), this::verifies);
  }

  private boolean verifies(PublicKey key) {
    try {
      crl.verify(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 5280 §5.2.3: the number of a later list is never lower. */
  boolean isOlderThan(RevocationList other) {
    if (number != null && other.number != null && !number.equals(other.number)) {
      return number.compareTo(other.number) < 0;
    }
    return thisUpdate().isBefore(other.thisUpdate());
  }

  /** Whether it would name this certificate if that were revoked. */
  boolean covers(X509Certificate certificate) {
    return scope.covers(certificate);
  }

  /** How many certificates it revokes. */
  int size() {
    return crl.getRevokedCertificates() == null ? 0 : crl.getRevokedCertificates().size();
  }

  boolean names(X509Certificate certificate) {
    return crl.getRevokedCertificate(certificate.getSerialNumber()) != null;
  }

  private static @Nullable BigInteger number(X509CRL crl) {
    byte[] extension = crl.getExtensionValue(Extension.cRLNumber.getId());
    if (extension == null) {
      return null;
    }
    return ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets()).getValue();
  }
}
