package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.DSIG;
import static tw.gov.mocs.hub.client.Namespaces.WSSE;
import static tw.gov.mocs.hub.client.Namespaces.XENC;
import static tw.gov.mocs.hub.client.Namespaces.XENC11;
import static tw.gov.mocs.hub.client.XmlTree.child;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Opens an encrypted answer (XML Encryption 1.1). Only to be used after {@link AnswerVerifier}: the
 * signature covers key and content, so no private key meets what the hub did not send. Decryption
 * must fail unless every byte is as it was encrypted; what comes out is never larger than the
 * answer.
 */
final class AnswerOpener {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final List<KeyFiles.Pair> keys;

  AnswerOpener(List<KeyFiles.Pair> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * The content of the Body in clear, whether or not it was encrypted.
   *
   * @throws HubCallException DECRYPTION_KEY_MISSING, DECRYPTION_KEY_OTHER or DECRYPTION_FAILED
   */
  Element content(Envelope verified) {
    Element content = verified.content();
    if (!XmlTree.is(content, XENC, "EncryptedData")) {
      return content;
    }
    Element sealedKey =
        verified.security().stream()
            .flatMap(security -> child(security, XENC, "EncryptedKey").stream())
            .findFirst()
            .orElseThrow(() -> failed("EncryptedKey"));
    try {
      byte[] clear = decrypt(content, contentKey(sealedKey));
      return XmlTree.parse(clear).getDocumentElement();
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.DECRYPTION_FAILED, e, "CipherValue");
    } catch (SAXException e) {
      throw new HubCallException(Failure.DECRYPTION_FAILED, e, "XML");
    }
  }

  private Key contentKey(Element sealedKey) throws GeneralSecurityException {
    Element method = method(sealedKey, XENC11 + "rsa-oaep");
    requireAlgorithm(method, DSIG, "DigestMethod", XENC + "sha256");
    requireAlgorithm(method, XENC11, "MGF", XENC11 + "mgf1sha256");
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.UNWRAP_MODE, recipient(sealedKey).key(), OAEP);
    return cipher.unwrap(cipherValue(sealedKey), "AES", Cipher.SECRET_KEY);
  }

  /** The pair that the EncryptedKey names: while a certificate is renewed there are two. */
  private KeyFiles.Pair recipient(Element sealedKey) {
    if (keys.isEmpty()) {
      throw new HubCallException(Failure.DECRYPTION_KEY_MISSING);
    }
    Element reference = inner(sealedKey, DSIG, "KeyInfo");
    reference = inner(reference, WSSE, "SecurityTokenReference");
    reference = inner(inner(reference, DSIG, "X509Data"), DSIG, "X509IssuerSerial");
    String serial = inner(reference, DSIG, "X509SerialNumber").getTextContent().strip();
    // The serial number tells one's own pairs apart; a wrong key could not open it anyway.
    return keys.stream()
        .filter(pair -> pair.certificate().getSerialNumber().toString().equals(serial))
        .findFirst()
        .orElseThrow(() -> new HubCallException(Failure.DECRYPTION_KEY_OTHER, serial));
  }

  private static byte[] decrypt(Element data, Key key) throws GeneralSecurityException {
    method(data, XENC11 + "aes256-gcm");
    byte[] sealed = cipherValue(data);
    if (sealed.length < NONCE_BYTES) {
      throw failed("CipherValue");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key.getEncoded(), "AES"),
        new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
    return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private static Element method(Element encrypted, String algorithm) {
    Element method = inner(encrypted, XENC, "EncryptionMethod");
    requireAlgorithm(method, algorithm);
    return method;
  }

  private static void requireAlgorithm(
      Element method, String namespace, String name, String algorithm) {
    requireAlgorithm(inner(method, namespace, name), algorithm);
  }

  private static void requireAlgorithm(Element element, String algorithm) {
    String given = element.getAttribute("Algorithm");
    if (!given.equals(algorithm)) {
      throw new HubCallException(Failure.ALGORITHM_FORBIDDEN, given);
    }
  }

  private static byte[] cipherValue(Element encrypted) {
    Element value = inner(inner(encrypted, XENC, "CipherData"), XENC, "CipherValue");
    try {
      return Base64.getMimeDecoder().decode(value.getTextContent());
    } catch (IllegalArgumentException e) {
      throw new HubCallException(Failure.DECRYPTION_FAILED, e, "CipherValue");
    }
  }

  private static Element inner(Element parent, String namespace, String name) {
    return child(parent, namespace, name).orElseThrow(() -> failed(name));
  }

  private static HubCallException failed(String part) {
    return new HubCallException(Failure.DECRYPTION_FAILED, part);
  }
}
