package tw.gov.mocs.hub.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Evidence on its way to one person: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM and
 * RSA-OAEP. Guarantee: only the key of the certificate opens it, and not if one bit was changed.
 */
public final class SealedEvidence {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private SealedEvidence() {}

  /** Seals it, DER. */
  static byte[] seal(byte[] content, X509Certificate recipient) {
    try {
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(recipient, oaep()).setProvider(PROVIDER));
      OutputAEADEncryptor encryptor =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build();
      return generator.generate(new CMSProcessableByteArray(content), encryptor).getEncoded();
    } catch (CMSException | IOException | GeneralSecurityException e) {
      throw new HubException(
          ErrorCode.CERTIFICATE_USE_WRONG, "nothing can be encrypted to it: " + e, e);
    }
  }

  /**
   * Opens it.
   *
   * @throws HubException VALUE_INVALID if it is none, was changed, or is not for this key
   */
  public static byte[] open(byte[] sealed, PrivateKey key) {
    try {
      for (RecipientInformation recipient :
          new CMSAuthEnvelopedData(sealed).getRecipientInfos().getRecipients()) {
        return recipient.getContent(
            new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER));
      }
      throw new CMSException("no recipient");
    } catch (CMSException | RuntimeException e) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "not opened: " + e, e, "證據檔", "無法以此金鑰開啟，或檔案不是證據檔、已被更動");
    }
  }

  private static AlgorithmIdentifier oaep() throws GeneralSecurityException {
    try {
      return new JcaAlgorithmParametersConverter()
          .getAlgorithmIdentifier(
              PKCSObjectIdentifiers.id_RSAES_OAEP,
              new OAEPParameterSpec(
                  "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    } catch (InvalidAlgorithmParameterException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
