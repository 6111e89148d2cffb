package tw.gov.mocs.hub.client.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Iterator;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** What the hub signed (RFC 5652 §5), read as a stream; its signature stands behind it. */
final class SignedContent {

  private static final int PIECE = 16 * 1024;

  private final CMSSignedDataParser parser;
  private final InputStream content;

  /**
   * Begins to read.
   *
   * @throws OpenException SIGNATURE_MISSING
   */
  SignedContent(InputStream decrypted) throws IOException, CMSException {
    BufferedInputStream in = new BufferedInputStream(decrypted, PIECE);
    if (!CMSObjectIdentifiers.signedData.equals(ContentType.find(in))) {
      throw new OpenException(OpenFailure.SIGNATURE_MISSING);
    }
    try {
      parser = new CMSSignedDataParser(new JcaDigestCalculatorProviderBuilder().build(), in);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
    CMSTypedStream signed = parser.getSignedContent();
    if (signed == null) {
      throw new OpenException(OpenFailure.SIGNATURE_MISSING);
    }
    content = signed.getContentStream();
  }

  InputStream content() {
    return content;
  }

  /**
   * Reads to the end and judges the signature.
   *
   * @throws OpenException SIGNATURE_MISSING, SIGNATURE_INVALID, SIGNER_OTHER, SIGNER_NOT_IN_FORCE
   */
  void requireSignedBy(HubSigner hub) throws IOException, CMSException {
    content.transferTo(OutputStream.nullOutputStream());
    Iterator<SignerInformation> signers = parser.getSignerInfos().getSigners().iterator();
    if (!signers.hasNext()) {
      throw new OpenException(OpenFailure.SIGNATURE_MISSING);
    }
    SignerInformation signer = signers.next();
    X509Certificate certificate = certificate(signer);
    Instant at = signedAt(signer);
    if (certificate == null || at == null || signers.hasNext()) {
      throw new OpenException(OpenFailure.SIGNATURE_INVALID);
    }
    hub.require(certificate, at);
    if (!holds(signer, certificate)) {
      throw new OpenException(OpenFailure.SIGNATURE_INVALID);
    }
  }

  private static boolean holds(SignerInformation signer, X509Certificate certificate)
      throws CMSException {
    try {
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
    } catch (CMSSignerDigestMismatchException e) {
      return false;
    } catch (OperatorCreationException e) {
      throw new CMSException("the signature cannot be verified", e);
    }
  }

  private @Nullable X509Certificate certificate(SignerInformation signer) throws CMSException {
    try {
      for (Object found : parser.getCertificates().getMatches(signer.getSID())) {
        return new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) found);
      }
      return null;
    } catch (CertificateException e) {
      throw new CMSException("the certificate cannot be read", e);
    }
  }

  private static @Nullable Instant signedAt(SignerInformation signer) {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
    return time == null
        ? null
        : Time.getInstance(time.getAttributeValues()[0]).getDate().toInstant();
  }
}
