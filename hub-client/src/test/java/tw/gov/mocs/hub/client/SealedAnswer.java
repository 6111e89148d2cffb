package tw.gov.mocs.hub.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer encrypted as the hub does.
 *
 * @param key the EncryptedKey, with the Id {@code answer-key}
 * @param data the EncryptedData
 */
record SealedAnswer(String key, String data) {

  static SealedAnswer to(X509Certificate recipient, String clear) throws GeneralSecurityException {
    byte[] random = new byte[44];
    new SecureRandom().nextBytes(random);
    SecretKey secret = new SecretKeySpec(random, 0, 32, "AES");
    Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
    wrap.init(
        Cipher.WRAP_MODE,
        recipient.getPublicKey(),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(128, random, 32, 12));
    byte[] text = clear.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = new byte[12 + cipher.getOutputSize(text.length)];
    System.arraycopy(random, 32, sealed, 0, 12);
    cipher.doFinal(text, 0, text.length, sealed, 12);
    return new SealedAnswer(key(recipient, wrap.wrap(secret)), data(sealed));
  }

  private static String key(X509Certificate recipient, byte[] wrapped) {
    return """
        <x:EncryptedKey xmlns:x="%1$s" xmlns:d="%2$s" Id="answer-key">\
        <x:EncryptionMethod Algorithm="%3$srsa-oaep"><d:DigestMethod Algorithm="%1$ssha256"/>\
        <e:MGF xmlns:e="%3$s" Algorithm="%3$smgf1sha256"/></x:EncryptionMethod>\
        <d:KeyInfo><w:SecurityTokenReference xmlns:w="%4$s"><d:X509Data><d:X509IssuerSerial>\
        <d:X509IssuerName>%5$s</d:X509IssuerName><d:X509SerialNumber>%6$s</d:X509SerialNumber>\
        </d:X509IssuerSerial></d:X509Data></w:SecurityTokenReference></d:KeyInfo>\
        <x:CipherData><x:CipherValue>%7$s</x:CipherValue></x:CipherData></x:EncryptedKey>"""
        .formatted(
            Namespaces.XENC,
            Namespaces.DSIG,
            Namespaces.XENC11,
            Namespaces.WSSE,
            recipient.getIssuerX500Principal().getName(),
            recipient.getSerialNumber(),
            Base64.getEncoder().encodeToString(wrapped));
  }

  private static String data(byte[] sealed) {
    return """
        <x:EncryptedData xmlns:x="%s" Type="%1$sContent">\
        <x:EncryptionMethod Algorithm="%saes256-gcm"/>\
        <x:CipherData><x:CipherValue>%s</x:CipherValue></x:CipherData></x:EncryptedData>"""
        .formatted(Namespaces.XENC, Namespaces.XENC11, Base64.getEncoder().encodeToString(sealed));
  }
}
