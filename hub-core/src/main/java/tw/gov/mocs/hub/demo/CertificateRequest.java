package tw.gov.mocs.hub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Vector;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Attribute;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectDirectoryAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is to say; immutable, every method answers a changed copy. It starts without
 * extensions but for the key identifiers.
 *
 * @param subject the name, RFC 4514, most specific part first: {@code SERIALNUMBER=1,OU=甲,C=TW}
 * @param key whose certificate it is
 * @param notBefore from when it is in force
 * @param notAfter until when
 * @param serial its number at the issuer
 * @param keyIdentifiers whether it names the subject's and the issuer's key (SKI, AKI)
 * @param signatureAlgorithm with what the issuer signs; null for what suits its key
 * @param extensions the other extensions by their OID
 */
public record CertificateRequest(
    X500Name subject,
    PublicKey key,
    Instant notBefore,
    Instant notAfter,
    BigInteger serial,
    boolean keyIdentifiers,
    @Nullable String signatureAlgorithm,
    Map<ASN1ObjectIdentifier, Extension> extensions) {

  /** The agency's OID, as GCA and XCA certificates carry it. */
  public static final String AGENCY_OID = "2.16.886.1.100.2.102";

  /** The card number as a signed attribute. */
  public static final String CARD_NUMBER = "2.16.886.1.100.2.204";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Copies the extensions. */
  public CertificateRequest {
    extensions = Map.copyOf(extensions);
  }

  /** A certificate of this subject and key, in force in this time, with a random number. */
  public static CertificateRequest of(
      String subject, PublicKey key, Instant notBefore, Instant notAfter) {
    return of(new X500Principal(subject), key, notBefore, notAfter);
  }

  /** The same with a name that exists already, byte for byte. */
  public static CertificateRequest of(
      X500Principal subject, PublicKey key, Instant notBefore, Instant notAfter) {
    X500Name name = X500Name.getInstance(subject.getEncoded());
    BigInteger serial = new BigInteger(127, RANDOM).setBit(126);
    return new CertificateRequest(name, key, notBefore, notAfter, serial, true, null, Map.of());
  }

  /** The same name, key and time for a certification authority that may certify others. */
  public CertificateRequest authority() {
    return with(Extension.basicConstraints, true, new BasicConstraints(true))
        .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  /** With these bits of {@link KeyUsage}. */
  public CertificateRequest keyUsage(int bits) {
    return with(Extension.keyUsage, true, new KeyUsage(bits));
  }

  /** With these extended usages. */
  public CertificateRequest extendedKeyUsage(KeyPurposeId... purposes) {
    return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
  }

  /** With these policies (OIDs). */
  public CertificateRequest policies(String... oids) {
    PolicyInformation[] all =
        Arrays.stream(oids)
            .map(oid -> new PolicyInformation(new ASN1ObjectIdentifier(oid)))
            .toArray(PolicyInformation[]::new);
    return with(Extension.certificatePolicies, false, new CertificatePolicies(all));
  }

  /**
   * With the attributes of a government certificate.
   *
   * @param agencyOid the agency's OID, or null
   * @param cardNumber the card number, or null
   */
  public CertificateRequest directoryAttributes(
      @Nullable String agencyOid, @Nullable String cardNumber) {
    Vector<Attribute> all = new Vector<>();
    if (agencyOid != null) {
      all.add(attribute(AGENCY_OID, new ASN1ObjectIdentifier(agencyOid)));
    }
    if (cardNumber != null) {
      all.add(attribute(CARD_NUMBER, new DERPrintableString(cardNumber)));
    }
    return with(Extension.subjectDirectoryAttributes, false, new SubjectDirectoryAttributes(all));
  }

  /** With the address of a CRL, which the hub must never fetch from. */
  public CertificateRequest crlDistributionPoint(String url) {
    GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, url);
    DistributionPointName at = new DistributionPointName(new GeneralNames(name));
    CRLDistPoint points =
        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(at, null, null)});
    return with(Extension.cRLDistributionPoints, false, points);
  }

  /** For a server with these DNS names and IP addresses. */
  public CertificateRequest server(String... names) {
    GeneralName[] all =
        Arrays.stream(names)
            .map(
                name ->
                    new GeneralName(
                        name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
                        name))
            .toArray(GeneralName[]::new);
    return with(Extension.subjectAlternativeName, false, new GeneralNames(all))
        .extendedKeyUsage(KeyPurposeId.id_kp_serverAuth);
  }

  /** Without SKI and AKI, as GRCA and GCA certificates are. */
  public CertificateRequest withoutKeyIdentifiers() {
    return new CertificateRequest(
        subject, key, notBefore, notAfter, serial, false, signatureAlgorithm, extensions);
  }

  /** Signed with this algorithm, for example {@code SHA1withRSA}. */
  public CertificateRequest signedWith(String algorithm) {
    return new CertificateRequest(
        subject, key, notBefore, notAfter, serial, keyIdentifiers, algorithm, extensions);
  }

  /** With any other extension. */
  public CertificateRequest with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    Map<ASN1ObjectIdentifier, Extension> all = new LinkedHashMap<>(extensions);
    try {
      all.put(oid, new Extension(oid, critical, value.toASN1Primitive().getEncoded("DER")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CertificateRequest(
        subject, key, notBefore, notAfter, serial, keyIdentifiers, signatureAlgorithm, all);
  }

  private static Attribute attribute(String oid, ASN1Encodable value) {
    return new Attribute(new ASN1ObjectIdentifier(oid), new DERSet(value));
  }
}
