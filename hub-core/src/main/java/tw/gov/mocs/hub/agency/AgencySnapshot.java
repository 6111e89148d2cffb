package tw.gov.mocs.hub.agency;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.trust.Certificates;

/** All agencies and certificates at one moment, found by whatever a signature may name. */
final class AgencySnapshot {

  private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

  private final Map<Long, Agency> agencies = new HashMap<>();
  private final Map<AgencyCode, Agency> byCode = new HashMap<>();
  private final Map<String, Agency> byOid = new HashMap<>();
  private final Map<String, RegisteredCertificate> byThumbprint = new HashMap<>();
  private final Map<IssuerSerial, RegisteredCertificate> byIssuerSerial = new HashMap<>();
  private final Map<ByteBuffer, RegisteredCertificate> byKeyIdentifier = new HashMap<>();
  private final Map<ByteBuffer, RegisteredCertificate> bySha1 = new HashMap<>();
  private final Map<Long, List<RegisteredCertificate>> byAgency = new HashMap<>();

  /** Where two certificates share a name, the one confirmed last is found. */
  AgencySnapshot(List<Agency> allAgencies, List<RegisteredCertificate> allCertificates) {
    for (Agency agency : allAgencies) {
      agencies.put(agency.id(), agency);
      byCode.put(agency.code(), agency);
      if (agency.oid() != null) {
        byOid.put(agency.oid(), agency);
      }
    }
    allCertificates.stream()
        .sorted(Comparator.comparing(RegisteredCertificate::confirmedAt))
        .forEach(this::add);
  }

  private void add(RegisteredCertificate registered) {
    X509Certificate certificate = registered.certificate();
    byThumbprint.put(registered.thumbprint(), registered);
    byIssuerSerial.put(
        new IssuerSerial(certificate.getIssuerX500Principal(), certificate.getSerialNumber()),
        registered);
    byKeyIdentifier.put(ByteBuffer.wrap(keyIdentifier(certificate)), registered);
    bySha1.put(ByteBuffer.wrap(Sha1.of(Certificates.der(certificate))), registered);
    byAgency.computeIfAbsent(registered.agencyId(), id -> new ArrayList<>()).add(registered);
  }

  List<Agency> agencies() {
    return byCode.values().stream()
        .sorted(Comparator.comparing(agency -> agency.code().value()))
        .toList();
  }

  @Nullable Agency agency(long id) {
    return agencies.get(id);
  }

  @Nullable Agency agency(AgencyCode code) {
    return byCode.get(code);
  }

  @Nullable Agency agencyByOid(String oid) {
    return byOid.get(oid);
  }

  List<RegisteredCertificate> certificatesOf(long agencyId) {
    return List.copyOf(byAgency.getOrDefault(agencyId, List.of()));
  }

  @Nullable RegisteredCertificate byThumbprint(String thumbprint) {
    return byThumbprint.get(thumbprint);
  }

  @Nullable RegisteredCertificate byIssuerSerial(X500Principal issuer, BigInteger serial) {
    return byIssuerSerial.get(new IssuerSerial(issuer, serial));
  }

  @Nullable RegisteredCertificate byKeyIdentifier(byte[] identifier) {
    return byKeyIdentifier.get(ByteBuffer.wrap(identifier));
  }

  @Nullable RegisteredCertificate bySha1(byte[] thumbprint) {
    return bySha1.get(ByteBuffer.wrap(thumbprint));
  }

  /** RFC 5280 §4.2.1.2: as the certificate says, else method (1), SHA-1 of the key's bits. */
  private static byte[] keyIdentifier(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
    if (extension != null) {
      byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
      return ASN1OctetString.getInstance(inner).getOctets();
    }
    return Sha1.of(
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getBytes());
  }

  /** How a certificate is named by its issuer. */
  private record IssuerSerial(X500Principal issuer, BigInteger serial) {}
}
