package tw.gov.mocs.hub.client.open;

import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BufferedBlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.operator.InputAEADDecryptor;
import org.bouncycastle.operator.InputDecryptor;

/** What decrypts the content of a file as it streams by: AES-256-GCM or AES-256-CBC. */
final class ContentCipher {

  private static final int PIECE = 16 * 1024;

  private ContentCipher() {}

  /**
   * For this content.
   *
   * @throws OpenException FORM_UNSUPPORTED
   */
  static InputDecryptor of(AlgorithmIdentifier algorithm, byte[] key) {
    if (algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_GCM)) {
      return new Gcm(algorithm, key);
    }
    if (algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC)) {
      return new Cbc(algorithm, key);
    }
    throw new OpenException(OpenFailure.FORM_UNSUPPORTED, algorithm.getAlgorithm().getId());
  }

  /** The tag follows the content, and is judged when that has been read. */
  private record Gcm(AlgorithmIdentifier algorithm, byte[] key) implements InputAEADDecryptor {

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public InputStream getInputStream(InputStream sealed) {
      GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
      AEADBlockCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
      cipher.init(
          false,
          new AEADParameters(
              new KeyParameter(key), 8 * parameters.getIcvLen(), parameters.getNonce()));
      return new CipherInputStream(sealed, cipher, PIECE);
    }

    @Override
    public OutputStream getAADStream() {
      return new OutputStream() {
        @Override
        public void write(int attribute) {
          throw new OpenException(OpenFailure.FORM_UNSUPPORTED, "authAttrs");
        }
      };
    }

    @Override
    public byte[] getMAC() {
      throw new UnsupportedOperationException("the stream judges the tag");
    }
  }

  /** Nothing but the signature within tells whether the content is whole. */
  private record Cbc(AlgorithmIdentifier algorithm, byte[] key) implements InputDecryptor {

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public InputStream getInputStream(InputStream sealed) {
      CBCModeCipher chained = CBCBlockCipher.newInstance(AESEngine.newInstance());
      BufferedBlockCipher cipher = new PaddedBufferedBlockCipher(chained, new PKCS7Padding());
      byte[] start = ASN1OctetString.getInstance(algorithm.getParameters()).getOctets();
      cipher.init(false, new ParametersWithIV(new KeyParameter(key), start));
      return new CipherInputStream(sealed, cipher, PIECE);
    }
  }
}
