package tw.gov.mocs.hub.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import tw.gov.mocs.hub.trust.CertificateVerifier;

/**
 * The demo's certificates and keys in one folder: {@code NAME.crt} (leaf first, then the
 * intermediate), {@code NAME.key} (PKCS#8) and, for who acts in the demo, {@code NAME.p12}.
 *
 * <p>Every certificate carries {@link #MARKER_POLICY}; a hub that is not in demo mode refuses them.
 */
public final class DemoPki {

  /** Marks what is made for demos and tests: an OID of our own from a UUID (X.667 §7). */
  public static final String MARKER_POLICY = CertificateVerifier.DEMO_POLICY;

  /** The agency OID of 示範機關甲. */
  public static final String AGENCY_A_OID = MARKER_POLICY + ".1";

  /** The agency OID of 示範機關乙. */
  public static final String AGENCY_B_OID = MARKER_POLICY + ".2";

  /** Of each {@code .p12} file. */
  public static final String P12_PASSWORD = "changeit";

  private final Path folder;

  private DemoPki(Path folder) {
    this.folder = folder;
  }

  /**
   * The PKI in this folder: the one that stands there if it is whole and its certificates hold for
   * 30 more days, else a new one in its place.
   */
  public static DemoPki make(Path folder, Clock clock) {
    DemoPki pki = new DemoPki(folder);
    new DemoPkiMaker(folder, clock.instant()).makeUnlessThere();
    return pki;
  }

  /** The PKI in this folder, which {@link #make} made. */
  public static DemoPki at(Path folder) {
    return new DemoPki(folder);
  }

  /** Where everything stands. */
  public Path folder() {
    return folder;
  }

  /** The trust anchor. */
  public Path root() {
    return folder.resolve("ca.crt");
  }

  /** The intermediate, which issued every leaf. */
  public Path intermediate() {
    return folder.resolve("intermediate.crt");
  }

  /** The revocation list of the root, DER. */
  public Path rootCrl() {
    return folder.resolve("ca.crl");
  }

  /** The revocation list of the intermediate, DER. */
  public Path intermediateCrl() {
    return folder.resolve("intermediate.crl");
  }

  /** TLS of the hub: localhost, 127.0.0.1 and ::1. */
  public Identity tls() {
    return identity("tls");
  }

  /** Signs the hub's answers. */
  public Identity hub() {
    return identity("hub");
  }

  /** Signs checkpoints. */
  public Identity checkpoint() {
    return identity("checkpoint");
  }

  /** Signs delivered files. */
  public Identity delivery() {
    return identity("delivery");
  }

  /** Signs receipts of applications. */
  public Identity receipt() {
    return identity("receipt");
  }

  /** Signs the answers of {@link OcspResponder}. */
  public Identity ocsp() {
    return identity("ocsp");
  }

  /** 示範機關甲: its system and its card. */
  public Identity agencyA() {
    return identity("agency-a");
  }

  /** 示範機關乙. */
  public Identity agencyB() {
    return identity("agency-b");
  }

  /** The next certificate of 示範機關甲, for a renewal that overlaps. */
  public Identity agencyANext() {
    return identity("agency-a-next");
  }

  /** The encryption certificate of 示範機關甲. */
  public Identity agencyAEncryption() {
    return identity("agency-a-encryption");
  }

  /** A certificate of 示範機關甲 that the CRL names. */
  public Identity agencyARevoked() {
    return identity("agency-a-revoked");
  }

  /** A certificate of 示範機關甲 that has expired. */
  public Identity agencyAExpired() {
    return identity("agency-a-expired");
  }

  /** The administrator's card. */
  public Identity admin() {
    return identity("admin");
  }

  /** The second administrator's card. */
  public Identity admin2() {
    return identity("admin-2");
  }

  /** The first reviewer's card. */
  public Identity reviewer() {
    return identity("reviewer");
  }

  /** The second reviewer's card. */
  public Identity reviewer2() {
    return identity("reviewer-2");
  }

  /** The auditor's card. */
  public Identity auditor() {
    return identity("auditor");
  }

  /** Seals page tokens: 64 hexadecimal digits. */
  public Path tokenKey() {
    return folder.resolve("token.key");
  }

  /** Hashes identity numbers. */
  public Path identityHashKey() {
    return folder.resolve("identity-hash.key");
  }

  /** Encrypts evidence. */
  public Path evidenceKey() {
    return folder.resolve("evidence.key");
  }

  /** Any of the certificates by its name, for example {@code agency-a}. */
  public Identity identity(String name) {
    return new Identity(
        name,
        folder.resolve(name + ".crt"),
        folder.resolve(name + ".key"),
        folder.resolve(name + ".p12"));
  }

  /** The names of all certificates that somebody acts with. */
  public static List<String> names() {
    return DemoSubject.ALL.stream().map(DemoSubject::name).toList();
  }

  /** The names of those that call a hub or log in at it, whether or not it lets them. */
  public static List<String> callers() {
    return DemoSubject.ALL.stream()
        .filter(one -> KeyPurposeId.id_kp_clientAuth.equals(one.purpose()))
        .map(DemoSubject::name)
        .toList();
  }

  /**
   * The files of one certificate.
   *
   * @param name for example {@code agency-a}
   * @param certificate PEM, leaf first, then the intermediate
   * @param key PEM, PKCS#8, readable by its owner alone
   * @param p12 both, password {@value #P12_PASSWORD}
   */
  public record Identity(String name, Path certificate, Path key, Path p12) {}
}
