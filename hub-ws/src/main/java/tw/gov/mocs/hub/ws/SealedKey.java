package tw.gov.mocs.hub.ws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The content key of an answer as only its recipient can open it: RSA-OAEP with SHA-256 (XML
 * Encryption 1.1 §5.5.2).
 *
 * @param text the EncryptedKey in canonical form
 * @param digest its SHA-256
 */
record SealedKey(String text, byte[] digest) {

  static final String ID = "id-key";

  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  // The recipient's certificate is named by issuer and serial number: every certificate has them,
  // and the policy lets everybody expect them (X.509 Token Profile 1.1 §3.2.3).
  private static final String BEFORE_ISSUER =
      "<xenc:EncryptedKey xmlns:xenc=\"%s\" Id=\"%s\">".formatted(Names.XENC, ID)
          + ("<xenc:EncryptionMethod Algorithm=\"" + Names.XENC11 + "rsa-oaep\">")
          + "<ds:DigestMethod xmlns:ds=\"%s\" Algorithm=\"%s\"></ds:DigestMethod>"
              .formatted(Names.DS, Names.SHA256)
          + "<xenc11:MGF xmlns:xenc11=\"%s\" Algorithm=\"%smgf1sha256\"></xenc11:MGF>"
              .formatted(Names.XENC11, Names.XENC11)
          + ("</xenc:EncryptionMethod><ds:KeyInfo xmlns:ds=\"" + Names.DS + "\">")
          + ("<wsse:SecurityTokenReference xmlns:wsse=\"" + Names.WSSE + "\">")
          + "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>";
  private static final String BEFORE_SERIAL = "</ds:X509IssuerName><ds:X509SerialNumber>";
  private static final String BEFORE_KEY =
      "</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data></wsse:SecurityTokenReference>"
          + "</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>";
  private static final String AFTER_KEY =
      "</xenc:CipherValue></xenc:CipherData><xenc:ReferenceList>"
          + ("<xenc:DataReference URI=\"#" + SealedContent.ID + "\"></xenc:DataReference>")
          + "</xenc:ReferenceList></xenc:EncryptedKey>";

  static SealedKey of(SecretKey key, X509Certificate recipient) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    byte[] digest =
        new CanonicalWriter(bytes)
            .raw(BEFORE_ISSUER)
            .text(recipient.getIssuerX500Principal().getName())
            .raw(BEFORE_SERIAL)
            .raw(recipient.getSerialNumber().toString())
            .raw(BEFORE_KEY)
            .raw(SoapAnswerWriter.base64(wrapped(key, recipient)))
            .raw(AFTER_KEY)
            .finish();
    return new SealedKey(bytes.toString(StandardCharsets.UTF_8), digest);
  }

  private static byte[] wrapped(SecretKey key, X509Certificate recipient) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.WRAP_MODE, recipient.getPublicKey(), OAEP);
      return cipher.wrap(key);
    } catch (GeneralSecurityException e) {
      throw new HubException(ErrorCode.INTERNAL_ERROR, "the content key cannot be wrapped", e);
    }
  }
}
