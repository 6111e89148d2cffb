package tw.gov.mocs.hub.application;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.trust.CmsSigner;

/**
 * Signs the hub's receipts. Guarantee: each is a CMS SignedData (RFC 5652) that holds its text and
 * the certificates to verify it, so that it needs nothing of the hub.
 */
@Component
class ReceiptSigner {

  private final CmsSigner signer;

  ReceiptSigner(ReceiptSettings settings) {
    signer = new CmsSigner(settings.certificate(), settings.key());
  }

  /** The text with its signature, DER. */
  byte[] sign(byte[] text, Instant at) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer.at(at));
      generator.addCertificates(signer.certificates());
      return generator.generate(new CMSProcessableByteArray(text), true).getEncoded("DER");
    } catch (CMSException | IOException e) {
      throw new IllegalStateException("the receipt key does not sign", e);
    }
  }
}
