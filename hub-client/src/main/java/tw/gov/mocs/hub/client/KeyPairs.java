package tw.gov.mocs.hub.client;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Whether a private key and a certificate belong together. */
final class KeyPairs {

  private static final byte[] PROBE = {1, 2, 3};

  private KeyPairs() {}

  /** Seals and opens something: a key for encryption, in a token, might refuse to sign. */
  static void requireOpens(PrivateKey key, X509Certificate certificate) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, certificate.getPublicKey(), AnswerOpener.OAEP);
      byte[] sealed = cipher.doFinal(PROBE);
      cipher.init(Cipher.DECRYPT_MODE, key, AnswerOpener.OAEP);
      if (Arrays.equals(cipher.doFinal(sealed), PROBE)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE, e);
    }
    throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE);
  }

  /** Signs and verifies something: the only proof that works for keys in tokens too. */
  static void requirePair(PrivateKey key, X509Certificate certificate) {
    String algorithm = "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] made = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(PROBE);
      if (signature.verify(made)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE, e);
    }
    throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE);
  }
}
