package tw.gov.mocs.hub.trust;

import static tw.gov.mocs.hub.trust.Decisions.refused;
import static tw.gov.mocs.hub.trust.Decisions.trusted;
import static tw.gov.mocs.hub.trust.TrustWorld.CA_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.FROM;
import static tw.gov.mocs.hub.trust.TrustWorld.LEAF_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.ROOT_KEYS;
import static tw.gov.mocs.hub.trust.TrustWorld.UNTIL;
import static tw.gov.mocs.hub.trust.TrustWorld.hours;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.demo.CertificateAuthority;
import tw.gov.mocs.hub.demo.CertificateRequest;
import tw.gov.mocs.hub.demo.KeyPairs;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What a certificate must be strong enough and meant for. */
class LimitsTest {

  private TrustWorld world = new TrustWorld(Path.of("."));

  @BeforeEach
  void make(@TempDir Path folder) {
    world = new TrustWorld(folder);
  }

  @Test
  void refusesAnAuthorityAsSigner() {
    refused(ErrorCode.CERTIFICATE_USE_WRONG, world.call(world.ca.certificate()));
  }

  @Test
  void refusesAKeyThatMayOnlyEncryptForCalls() {
    refused(
        ErrorCode.CERTIFICATE_USE_WRONG,
        world.call(world.leaf(r -> r.keyUsage(KeyUsage.keyEncipherment))));
  }

  @Test
  void refusesAKeyThatMaySignCertificates() {
    refused(
        ErrorCode.CERTIFICATE_USE_WRONG,
        world.call(world.leaf(r -> r.keyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))));
  }

  @Test
  void refusesAKeyThatMayOnlySignForEncryption() {
    refused(ErrorCode.CERTIFICATE_USE_WRONG, world.use(CertificateUse.ENCRYPTION, world.leaf()));
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyUsage.keyEncipherment, KeyUsage.dataEncipherment, KeyUsage.keyAgreement})
  void trustsAnEncryptionKeyForEncryption(int usage) {
    trusted(world.use(CertificateUse.ENCRYPTION, world.leaf(r -> r.keyUsage(usage))));
  }

  @Test
  void trustsANonRepudiationKeyForLogin() {
    trusted(world.use(CertificateUse.LOGIN, world.leaf(r -> r.keyUsage(KeyUsage.nonRepudiation))));
  }

  @Test
  void refusesAServersCertificate() {
    refused(
        ErrorCode.CERTIFICATE_USE_WRONG,
        world.call(world.leaf(r -> r.extendedKeyUsage(KeyPurposeId.id_kp_serverAuth))));
  }

  @Test
  void trustsAClientsCertificate() {
    trusted(world.call(world.leaf(r -> r.extendedKeyUsage(KeyPurposeId.id_kp_clientAuth))));
  }

  @Test
  void trustsACertificateForEverything() {
    trusted(world.call(world.leaf(r -> r.extendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage))));
  }

  @Test
  void trustsAPurposeOfTheSettings() {
    world.settings.put("hub.trust.call-key-purposes", KeyPurposeId.id_kp_codeSigning.getId());
    trusted(world.call(world.leaf(r -> r.extendedKeyUsage(KeyPurposeId.id_kp_codeSigning))));
  }

  @Test
  void refusesRsa1024() {
    refused(ErrorCode.CERTIFICATE_WEAK, world.call(leafOf(KeyPairs.rsa(1024).getPublic())));
  }

  @Test
  void refusesRsaThatIsTooLongToVerifyQuickly() throws Exception {
    BigInteger modulus = BigInteger.ONE.shiftLeft(5000).setBit(0);
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
    refused(ErrorCode.CERTIFICATE_WEAK, world.call(leafOf(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1"})
  void trustsTheAllowedCurves(String curve) {
    trusted(world.call(leafOf(KeyPairs.ec(curve).getPublic())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp521r1", "secp256k1", "secp224r1", "brainpoolP256r1"})
  void refusesOtherCurves(String curve) {
    refused(ErrorCode.CERTIFICATE_WEAK, world.call(leafOf(KeyPairs.ec(curve).getPublic())));
  }

  @Test
  void refusesSha1OnTheLeaf() {
    refused(ErrorCode.CERTIFICATE_WEAK, world.call(world.leaf(r -> r.signedWith("SHA1withRSA"))));
  }

  @Test
  void refusesSha1OnAnIntermediate() {
    CertificateAuthority weak =
        world.root.intermediate(
            CertificateRequest.of("CN=Weak CA", CA_KEYS.getPublic(), FROM, UNTIL)
                .authority()
                .signedWith("SHA1withRSA"),
            CA_KEYS);
    refused(
        ErrorCode.CERTIFICATE_WEAK,
        world.call(weak.issue(TrustWorld.request()), weak.certificate()));
  }

  /** Nobody can make the hub compute with a key of his choice. */
  @Test
  void doesNotTryASentIssuerWhoseKeyIsBeyondTheLimits() {
    KeyPair keys = KeyPairs.ec("secp521r1");
    CertificateAuthority odd =
        world.root.intermediate(
            CertificateRequest.of("CN=Odd CA", keys.getPublic(), FROM, UNTIL).authority(), keys);
    refused(
        ErrorCode.CERTIFICATE_UNTRUSTED,
        world.call(odd.issue(TrustWorld.request()), odd.certificate()));
  }

  @Test
  void ignoresHowTheRootSignedItself() {
    world.roots.clear();
    world.roots.add(
        CertificateAuthority.root(
                CertificateRequest.of("CN=Root,C=TW", ROOT_KEYS.getPublic(), FROM, UNTIL)
                    .authority()
                    .signedWith("SHA1withRSA"),
                ROOT_KEYS)
            .certificate());
    trusted(world.call(world.leaf()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withRSAandMGF1", "SHA384withRSA", "SHA512withRSA"})
  void trustsTheAllowedSignatures(String algorithm) {
    trusted(world.call(world.leaf(r -> r.signedWith(algorithm))));
  }

  @Test
  void refusesPssWithSha1() {
    refused(
        ErrorCode.CERTIFICATE_WEAK,
        world.call(world.leaf(r -> r.signedWith("SHA1withRSAandMGF1"))));
  }

  @Test
  void trustsAChainOfPssKeys() {
    KeyPair pss = KeyPairs.rsaPss();
    CertificateAuthority issuer =
        world.root.intermediate(
            CertificateRequest.of("CN=PSS CA", pss.getPublic(), FROM, UNTIL)
                .authority()
                .signedWith("SHA256withRSAandMGF1"),
            pss);
    world.intermediates.add(issuer.certificate());
    world.source(2, issuer.certificate(), world.list("s.crl", issuer.crl(hours(-1), hours(1), 1)));
    trusted(
        world.call(
            issuer.issue(
                CertificateRequest.of("CN=x", LEAF_KEYS.getPublic(), hours(-1), hours(1))
                    .keyUsage(KeyUsage.digitalSignature))));
  }

  @Test
  void trustsAnEllipticChain() {
    KeyPair keys = KeyPairs.ec("secp384r1");
    CertificateAuthority issuer = world.root.intermediate("CN=EC CA", keys, FROM, UNTIL);
    world.intermediates.add(issuer.certificate());
    world.source(2, issuer.certificate(), world.list("e.crl", issuer.crl(hours(-1), hours(1), 1)));
    trusted(world.call(issuer.issue(TrustWorld.request())));
  }

  private X509Certificate leafOf(PublicKey key) {
    return world.ca.issue(
        CertificateRequest.of("CN=x", key, hours(-1), hours(9))
            .keyUsage(KeyUsage.digitalSignature));
  }
}
