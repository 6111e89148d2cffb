package tw.gov.mocs.hub.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a list speaks of (RFC 5280 §5.2.5). The names of distribution points are only
 * compared, never fetched from.
 */
record CrlScope(boolean usersOnly, boolean authoritiesOnly, Set<GeneralName> points) {

  static CrlScope of(X509CRL crl) throws RevocationUnknown {
    byte[] extension = crl.getExtensionValue(Extension.issuingDistributionPoint.getId());
    if (extension == null) {
      return new CrlScope(false, false, Set.of());
    }
    IssuingDistributionPoint point =
        IssuingDistributionPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    if (point.isIndirectCRL()
        || point.onlyContainsAttributeCerts()
        || point.getOnlySomeReasons() != null) {
      throw new RevocationUnknown(
          RevocationFailure.NOT_UNDERSTOOD, "the list is indirect or partial");
    }
    return new CrlScope(
        point.onlyContainsUserCerts(),
        point.onlyContainsCACerts(),
        names(point.getDistributionPoint()));
  }

  /** RFC 5280 §6.3.3 (b) (2). */
  boolean covers(X509Certificate certificate) {
    boolean authority = certificate.getBasicConstraints() >= 0;
    if ((authority && usersOnly) || (!authority && authoritiesOnly)) {
      return false;
    }
    return points.isEmpty() || points(certificate).stream().anyMatch(points::contains);
  }

  private static Set<GeneralName> points(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
    Set<GeneralName> all = new HashSet<>();
    if (extension != null) {
      for (DistributionPoint point :
          CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets())
              .getDistributionPoints()) {
        all.addAll(names(point.getDistributionPoint()));
      }
    }
    return all;
  }

  private static Set<GeneralName> names(@Nullable DistributionPointName name) {
    if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
      return Set.of();
    }
    return new HashSet<>(Arrays.asList(GeneralNames.getInstance(name.getName()).getNames()));
  }
}
