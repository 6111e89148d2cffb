package tw.gov.mocs.hub.delivery;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import tw.gov.mocs.hub.trust.CmsSigner;

/**
 * Signs what is written, then encrypts it to one certificate, as a stream: a SignedData within an
 * AuthEnvelopedData or EnvelopedData (design §8). Only what is closed is whole.
 */
final class Seal extends FilterOutputStream {

  /** Larger pieces make the ciphers slower. */
  private static final int PIECE = 16 * 1024;

  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final OutputStream envelope;

  private Seal(OutputStream content, OutputStream envelope) {
    super(content);
    this.envelope = envelope;
  }

  /**
   * Begins a file.
   *
   * @param to where the BER goes; stays open
   * @param recipient an RSA certificate
   */
  static Seal open(
      OutputStream to, X509Certificate recipient, CmsSigner signer, SealForm form, Instant at)
      throws IOException {
    try {
      OutputStream envelope = envelope(to, recipient, form);
      CMSSignedDataStreamGenerator signed = new CMSSignedDataStreamGenerator();
      signed.setBufferSize(PIECE);
      signed.addSignerInfoGenerator(signer.at(at));
      signed.addCertificates(signer.certificates());
      return new Seal(signed.open(envelope, true), envelope);
    } catch (CMSException e) {
      throw new IllegalStateException("the file cannot be sealed", e);
    }
  }

  private static OutputStream envelope(OutputStream to, X509Certificate recipient, SealForm form)
      throws IOException, CMSException {
    JceCMSContentEncryptorBuilder cipher =
        new JceCMSContentEncryptorBuilder(
            form == SealForm.GCM ? CMSAlgorithm.AES256_GCM : CMSAlgorithm.AES256_CBC);
    if (form == SealForm.GCM) {
      CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
      generator.setBufferSize(PIECE);
      generator.addRecipientInfoGenerator(recipient(recipient));
      return generator.open(to, (OutputAEADEncryptor) cipher.build());
    }
    CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
    generator.setBufferSize(PIECE);
    generator.addRecipientInfoGenerator(recipient(recipient));
    return generator.open(to, cipher.build());
  }

  private static RecipientInfoGenerator recipient(X509Certificate certificate) {
    try {
      AlgorithmIdentifier oaep =
          new JcaAlgorithmParametersConverter()
              .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP);
      return new JceKeyTransRecipientInfoGenerator(certificate, oaep);
    } catch (CertificateEncodingException | InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("the certificate was verified before", e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  /** Ends the signature and the encryption. */
  @Override
  public void close() throws IOException {
    out.close();
    envelope.close();
  }
}
