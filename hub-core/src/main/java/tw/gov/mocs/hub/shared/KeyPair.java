package tw.gov.mocs.hub.shared;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** A certificate file and the file of its private key, as settings name them. */
public final class KeyPair {

  private KeyPair() {}

  /**
   * Refuses two files that do not belong together; passes what is absent or cannot be read, which
   * is a fault of that file alone.
   */
  public static void requireFitting(@Nullable Path certificates, @Nullable Path privateKey) {
    if (certificates == null || privateKey == null) {
      return;
    }
    X509Certificate certificate;
    PrivateKey key;
    try {
      certificate = KeyFiles.certificates(certificates).get(0);
      key = KeyFiles.privateKey(privateKey);
    } catch (HubException e) {
      return;
    }
    if (!fit(certificate, key)) {
      String text = "the file " + privateKey + ": it is not the key of " + certificates;
      throw new HubException(ErrorCode.SETTINGS_INVALID, text, text);
    }
  }

  /**
   * Refuses a certificate that does not count today; passes what is absent or cannot be read, which
   * is a fault of that file alone.
   */
  public static void requireValid(@Nullable Path certificates) {
    if (certificates == null) {
      return;
    }
    X509Certificate certificate;
    try {
      certificate = KeyFiles.certificates(certificates).get(0);
    } catch (HubException e) {
      return;
    }
    try {
      certificate.checkValidity();
    } catch (CertificateException e) {
      String text =
          "the file %s: its certificate counts from %s to %s"
              .formatted(
                  certificates,
                  certificate.getNotBefore().toInstant(),
                  certificate.getNotAfter().toInstant());
      throw new HubException(ErrorCode.SETTINGS_INVALID, text, e, text);
    }
  }

  private static boolean fit(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256with" + key.getAlgorithm();
    try {
      byte[] probe = {1};
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
