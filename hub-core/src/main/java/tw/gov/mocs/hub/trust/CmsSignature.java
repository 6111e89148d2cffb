package tw.gov.mocs.hub.trust;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A CMS SignedData (RFC 5652 §5) over content that the hub itself made. Guarantee: {@link
 * #requireOver} returns only if exactly one signer signed exactly that content with a strong
 * algorithm; whether his certificate can be trusted is {@link CertificateVerifier}'s to say.
 */
public final class CmsSignature {

  /** Bytes that are read at most: a short text, a signature and a few certificates. */
  public static final int LONGEST = 256 * 1024;

  private final CMSSignedData data;
  private final SignerInformation signer;
  private final List<X509Certificate> certificates;

  private CmsSignature(CMSSignedData data, SignerInformation signer) {
    this.data = data;
    this.signer = signer;
    this.certificates = certificates(data.getCertificates().getMatches(null));
  }

  /**
   * Reads one.
   *
   * @param bytes BER or DER, content attached or not
   * @throws HubException SIGNATURE_STRUCTURE if it is none, or has not exactly one signer
   */
  public static CmsSignature parse(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new HubException(ErrorCode.SIGNATURE_STRUCTURE, bytes.length + " bytes of signature");
    }
    try {
      // Refuses what stands behind it, too.
      ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes));
      if (info == null || !CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
        throw new HubException(ErrorCode.SIGNATURE_STRUCTURE, "not a CMS SignedData");
      }
      CMSSignedData data = new CMSSignedData(info);
      Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
      if (signers.size() != 1 || !CMSObjectIdentifiers.data.equals(contentType(data))) {
        throw new HubException(
            ErrorCode.SIGNATURE_STRUCTURE,
            signers.size() + " signers of " + data.getSignedContentTypeOID());
      }
      return new CmsSignature(data, signers.iterator().next());
    } catch (CMSException | IOException | RuntimeException e) {
      throw e instanceof HubException known
          ? known
          : new HubException(ErrorCode.SIGNATURE_STRUCTURE, "not a CMS SignedData: " + e, e);
    }
  }

  /** Every certificate that it carries, the signer's perhaps among them. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** Whether this certificate is the one that it names as its signer's. */
  public boolean names(X509Certificate certificate) {
    // One with the same issuer and number that is another certificate is another signer.
    return isNamed(certificate)
        && certificates.stream().filter(this::isNamed).allMatch(certificate::equals);
  }

  /**
   * Verifies it.
   *
   * @param content what must have been signed, to the byte
   * @param certificate whose key must have signed
   * @throws HubException ALGORITHM_FORBIDDEN, SIGNED_CONTENT_WRONG for other content,
   *     SIGNATURE_INVALID
   */
  public void requireOver(byte[] content, X509Certificate certificate) {
    AlgorithmLimits.weakCms(signer)
        .ifPresent(
            why -> {
              throw new HubException(ErrorCode.ALGORITHM_FORBIDDEN, why);
            });
    if (data.getSignedContent() != null
        && !Arrays.equals((byte[]) data.getSignedContent().getContent(), content)) {
      throw new HubException(ErrorCode.SIGNED_CONTENT_WRONG, "other content is attached");
    }
    try {
      SignerInformation over =
          new CMSSignedData(new CMSProcessableByteArray(content), data.toASN1Structure())
              .getSignerInfos()
              .getSigners()
              .iterator()
              .next();
      // By the key alone: the signing time in the message is the signer's word, ours is the log's.
      if (!over.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
        throw new HubException(ErrorCode.SIGNATURE_INVALID, "the signature does not verify");
      }
    } catch (CMSSignerDigestMismatchException e) {
      throw new HubException(ErrorCode.SIGNED_CONTENT_WRONG, "another digest was signed", e);
    } catch (CMSException | OperatorCreationException e) {
      throw new HubException(ErrorCode.SIGNATURE_INVALID, "it cannot be verified: " + e, e);
    }
  }

  private boolean isNamed(X509Certificate certificate) {
    try {
      return signer.getSID().match(new X509CertificateHolder(Certificates.der(certificate)));
    } catch (IOException e) {
      return false;
    }
  }

  private static ASN1ObjectIdentifier contentType(CMSSignedData data) {
    return new ASN1ObjectIdentifier(data.getSignedContentTypeOID());
  }

  private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders) {
    List<X509Certificate> found = new ArrayList<>();
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    for (X509CertificateHolder holder : holders) {
      readable(converter, holder).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** What cannot be read leads nowhere. */
  private static Optional<X509Certificate> readable(
      JcaX509CertificateConverter converter, X509CertificateHolder holder) {
    try {
      return Optional.of(converter.getCertificate(holder));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
