package tw.gov.mocs.hub.client;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Whether a private key and a certificate belong together. */
final class KeyPairs {

  private static final byte[] PROBE = {1, 2, 3};

  private KeyPairs() {}

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
