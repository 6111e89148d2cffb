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
    require(
        () -> {
          Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
          cipher.init(Cipher.ENCRYPT_MODE, certificate.getPublicKey(), AnswerOpener.OAEP);
          byte[] sealed = cipher.doFinal(PROBE);
          cipher.init(Cipher.DECRYPT_MODE, key, AnswerOpener.OAEP);
          return Arrays.equals(cipher.doFinal(sealed), PROBE);
        });
  }

  /** Signs and verifies something: the only proof that works for keys in tokens too. */
  static void requireSigns(PrivateKey key, X509Certificate certificate) {
    require(
        () -> {
          Signature signature =
              Signature.getInstance(
                  "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
          signature.initSign(key);
          signature.update(PROBE);
          byte[] made = signature.sign();
          signature.initVerify(certificate.getPublicKey());
          signature.update(PROBE);
          return signature.verify(made);
        });
  }

  private static void require(Proof proof) {
    try {
      if (proof.holds()) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE, e);
    }
    throw new HubCallException(Failure.KEY_NOT_OF_CERTIFICATE);
  }

  /** What only the two together can do. */
  private interface Proof {
    boolean holds() throws GeneralSecurityException;
  }
}
