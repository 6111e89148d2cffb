package tw.gov.mocs.hub.client.open;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.util.DigestFactory;

/**
 * Opens the key of a content (RFC 8017 §7.1.2). Decryption must fail unless the whole padding
 * holds. The private key does the bare RSA operation alone, because neither the JDK with cards nor
 * many cards know OAEP with SHA-256.
 */
final class KeyTransport {

  private KeyTransport() {}

  /**
   * The key of the content.
   *
   * @throws OpenException FORM_UNSUPPORTED, FILE_CHANGED, KEY_NOT_OF_CERTIFICATE, CARD_REFUSES
   */
  static byte[] open(AgencyKey agency, AlgorithmIdentifier algorithm, byte[] sealed) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
        || !(agency.certificate().getPublicKey() instanceof RSAPublicKey rsa)) {
      throw unsupported(algorithm.getAlgorithm());
    }
    RSAESOAEPparams parameters = RSAESOAEPparams.getInstance(algorithm.getParameters());
    Digest hash = digest(parameters.getHashAlgorithm());
    Digest mask =
        digest(AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters()));
    int bytes = (rsa.getModulus().bitLength() + 7) / 8;
    OAEPEncoding encoding = new OAEPEncoding(new BareRsa(agency, bytes), hash, mask, null);
    encoding.init(false, null);
    try {
      return encoding.processBlock(sealed, 0, sealed.length);
    } catch (InvalidCipherTextException e) {
      if (agency.key() instanceof RSAKey own && own.getModulus().equals(rsa.getModulus())) {
        throw new OpenException(OpenFailure.FILE_CHANGED, e);
      }
      throw new OpenException(
          OpenFailure.KEY_NOT_OF_CERTIFICATE, e, NamedCertificate.of(agency.certificate()));
    }
  }

  private static Digest digest(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
      return DigestFactory.createSHA256();
    }
    throw unsupported(algorithm.getAlgorithm());
  }

  private static OpenException unsupported(ASN1ObjectIdentifier algorithm) {
    return new OpenException(OpenFailure.FORM_UNSUPPORTED, algorithm.getId());
  }

  /** The private key, in a file or a card, as an engine beneath a padding. */
  private record BareRsa(AgencyKey agency, int bytes) implements AsymmetricBlockCipher {

    @Override
    public void init(boolean forEncryption, CipherParameters none) {}

    @Override
    public int getInputBlockSize() {
      return bytes;
    }

    @Override
    public int getOutputBlockSize() {
      return bytes - 1;
    }

    @Override
    public byte[] processBlock(byte[] in, int from, int length) throws InvalidCipherTextException {
      try {
        Cipher cipher =
            agency.card() == null
                ? Cipher.getInstance("RSA/ECB/NoPadding")
                : Cipher.getInstance("RSA/ECB/NoPadding", agency.card());
        cipher.init(Cipher.DECRYPT_MODE, agency.key());
        return padded(cipher.doFinal(in, from, length));
      } catch (GeneralSecurityException | ProviderException e) {
        if (agency.card() != null) {
          throw new OpenException(OpenFailure.CARD_REFUSES, e, Card.innermost(e));
        }
        throw new InvalidCipherTextException("RSA", e);
      }
    }

    /**
     * What is padded begins with a zero (RFC 8017 §7.1.2 step 3g), which the padding leaves out.
     */
    private byte[] padded(byte[] block) throws InvalidCipherTextException {
      if (block.length < bytes) {
        return block;
      }
      if (block[0] != 0) {
        throw new InvalidCipherTextException("not padded");
      }
      return Arrays.copyOfRange(block, 1, block.length);
    }
  }
}
