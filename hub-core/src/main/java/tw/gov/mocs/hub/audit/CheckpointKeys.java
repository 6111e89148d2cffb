package tw.gov.mocs.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * The key that signs checkpoints, and the certificates of all keys that ever did. Guarantee: a
 * checkpoint verifies only under the certificate that it names and only if that one is configured.
 */
@Component
class CheckpointKeys {

  private final PrivateKey key;
  private final List<X509Certificate> certificates;

  CheckpointKeys(AuditSettings settings) {
    key = KeyFiles.privateKey(settings.checkpointKey());
    certificates = KeyFiles.certificates(settings.checkpointCertificate());
    Checkpoint.Signed probe = sign("probe");
    if (!verifies(probe, certificates.get(0))) {
      String text = "hub.audit.checkpoint-key is not the key of hub.audit.checkpoint-certificate";
      throw new HubException(ErrorCode.SETTINGS_INVALID, text, text);
    }
  }

  /** The thumbprint of the present key's certificate. */
  byte[] present() {
    return thumbprint(certificates.get(0));
  }

  Checkpoint.Signed sign(String text) {
    try {
      Signature signature = Signature.getInstance(algorithm(key.getAlgorithm()));
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return new Checkpoint.Signed(text, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the checkpoint key does not sign", e);
    }
  }

  boolean verifies(Checkpoint.Signed signed, byte[] thumbprint) {
    return find(thumbprint).map(certificate -> verifies(signed, certificate)).orElse(false);
  }

  /** The certificate of a key that ever signed, by its thumbprint. */
  Optional<X509Certificate> find(byte[] thumbprint) {
    return certificates.stream()
        .filter(certificate -> Arrays.equals(thumbprint(certificate), thumbprint))
        .findFirst();
  }

  static boolean verifies(Checkpoint.Signed signed, X509Certificate certificate) {
    try {
      Signature signature =
          Signature.getInstance(algorithm(certificate.getPublicKey().getAlgorithm()));
      signature.initVerify(certificate.getPublicKey());
      signature.update(signed.text().getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] thumbprint(X509Certificate certificate) {
    try {
      return Digests.sha256(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read has a form", e);
    }
  }

  private static String algorithm(String key) {
    return key.startsWith("EC") ? "SHA256withECDSA" : "SHA256with" + key;
  }
}
