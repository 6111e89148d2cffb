package tw.gov.mocs.hub.agency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Whether a signature over a statement was made with the key of a certificate. Guarantee: no other
 * text, no other key and no weak digest passes.
 */
final class Possession {

  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private Possession() {}

  /**
   * The decision.
   *
   * @param proof CMS SignedData (RFC 5652), or a bare signature with SHA-256 (PKCS #1 v1.5, or
   *     ECDSA in DER form); as bytes, in base64, or in PEM form
   */
  static boolean isProven(X509Certificate certificate, String statement, byte[] proof) {
    byte[] text = statement.getBytes(StandardCharsets.UTF_8);
    byte[] signature = decoded(proof);
    try {
      return isSignedData(signature)
          ? isSigned(certificate, text, new CMSSignedData(signature))
          : isSigned(certificate.getPublicKey(), text, signature);
    } catch (GeneralSecurityException
        | CMSException
        | OperatorCreationException
        | RuntimeException e) {
      // Bytes of a stranger that cannot be read prove nothing.
      return false;
    }
  }

  private static boolean isSigned(PublicKey key, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier =
        Signature.getInstance(
            key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
    verifier.initVerify(key);
    verifier.update(text);
    return verifier.verify(signature);
  }

  /** One signer, over this very text, whether the text stands in it or beside it. */
  private static boolean isSigned(X509Certificate certificate, byte[] text, CMSSignedData data)
      throws CMSException, OperatorCreationException {
    if (data.getSignedContent() != null
        && !Arrays.equals((byte[]) data.getSignedContent().getContent(), text)) {
      return false;
    }
    CMSSignedData over =
        new CMSSignedData(new CMSProcessableByteArray(text), data.toASN1Structure());
    Collection<SignerInformation> signers = over.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      return false;
    }
    SignerInformation signer = signers.iterator().next();
    return DIGESTS.contains(signer.getDigestAlgOID())
        && signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
  }

  private static boolean isSignedData(byte[] signature) {
    try {
      return ASN1Primitive.fromByteArray(signature) instanceof ASN1Sequence sequence
          && sequence.size() > 0
          && sequence.getObjectAt(0).equals(CMSObjectIdentifiers.signedData);
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] decoded(byte[] proof) {
    String text = new String(proof, StandardCharsets.ISO_8859_1);
    String body = text.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return proof;
    }
  }
}
