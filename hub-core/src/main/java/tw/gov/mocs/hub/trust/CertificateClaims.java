package tw.gov.mocs.hub.trust;

import static java.util.stream.Collectors.joining;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * What a refused certificate says of itself, as the log may hold it: its number, its issuer and an
 * organisation, but no person.
 */
public final class CertificateClaims {

  private static final Set<ASN1ObjectIdentifier> ORGANIZATION = Set.of(BCStyle.O, BCStyle.OU);

  /** Characters of each; a stranger writes into a certificate what he likes. */
  private static final int LONGEST = 250;

  private static final String HIDDEN = "*";

  private CertificateClaims() {}

  /** The claims, {@code NAME=text; NAME=text}; what holds an identity number is {@code *}. */
  public static String of(X509Certificate certificate) {
    Map<String, String> all = new LinkedHashMap<>();
    String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    // What a random one holds by chance is no number of a person.
    all.put("serial", IdentityForms.asWordIn(serial) ? HIDDEN : serial);
    // The issuer of a certificate that was issued to itself is its holder, who may be a person.
    if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
      all.put("issuer", bounded(certificate.getIssuerX500Principal().toString()));
    }
    all.put("organization", bounded(organization(certificate)));
    return all.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(joining("; "));
  }

  private static String organization(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return Arrays.stream(subject.getRDNs())
        .filter(part -> ORGANIZATION.contains(part.getFirst().getType()))
        .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
        .collect(joining(" "));
  }

  private static String bounded(String claim) {
    String line = claim.replaceAll("[\\p{Cc};]", ",");
    String cut = line.substring(0, Math.min(line.length(), LONGEST));
    return IdentityForms.in(cut) ? HIDDEN : cut;
  }
}
