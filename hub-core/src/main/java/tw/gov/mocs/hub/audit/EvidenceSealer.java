package tw.gov.mocs.hub.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Encrypts kept requests with AES-256-GCM. Guarantee: opening fails if one bit was changed or if it
 * was sealed for another record.
 */
@Component
class EvidenceSealer {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final String presentId;

  EvidenceSealer(AuditSettings settings) {
    for (KeyFile key : settings.evidenceKeys()) {
      keys.put(key.id(), KeyFiles.secretKey(key.file(), "AES"));
    }
    presentId = settings.evidenceKeys().get(0).id();
  }

  /**
   * A sealed request.
   *
   * @param sealed nonce (12 bytes), then ciphertext with tag
   */
  record Evidence(String keyId, byte[] sealed) {

    byte[] digest() {
      return Digests.sha256(new CanonicalContent().text(keyId).bytes(sealed).toBytes());
    }
  }

  Evidence seal(String recordId, byte[] request) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, presentId, recordId, nonce, 0);
      byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(request.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      cipher.doFinal(request, 0, request.length, sealed, NONCE_BYTES);
      return new Evidence(presentId, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  byte[] open(String recordId, Evidence evidence) {
    byte[] sealed = evidence.sealed();
    try {
      return cipher(Cipher.DECRYPT_MODE, evidence.keyId(), recordId, sealed, 0)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new HubException(
          ErrorCode.INTERNAL_ERROR, "the evidence of " + recordId + " does not open", e);
    }
  }

  private Cipher cipher(int mode, String keyId, String recordId, byte[] nonce, int offset)
      throws GeneralSecurityException {
    SecretKey key = keys.get(keyId);
    if (key == null) {
      throw new HubException(
          ErrorCode.INTERNAL_ERROR, "the evidence key " + keyId + " is not configured");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
    cipher.updateAAD(recordId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
