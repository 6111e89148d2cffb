package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The content of a Body, encrypted as it is written (XML Encryption 1.1). Guarantees: no byte of it
 * reaches the Body in clear, and its AES-256-GCM key and nonce serve this one answer.
 */
final class SealedContent {

  static final String ID = "id-content";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  // XML Encryption 1.1 §5.2.4: a nonce of 96 bits before the ciphertext, a tag of 128 bits after.
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private static final String START =
      "<xenc:EncryptedData xmlns:xenc=\"%s\" Id=\"%s\" Type=\"%sContent\">"
              .formatted(Names.XENC, ID, Names.XENC)
          + ("<xenc:EncryptionMethod Algorithm=\"" + Names.XENC11 + "aes256-gcm\">")
          + "</xenc:EncryptionMethod>"
          + ("<ds:KeyInfo xmlns:ds=\"" + Names.DS + "\"><wsse:SecurityTokenReference")
          + " xmlns:wsse=\"%s\" xmlns:wsse11=\"%s\" wsse11:TokenType=\"%s\">"
              .formatted(Names.WSSE, Names.WSSE11, Names.ENCRYPTED_KEY)
          + ("<wsse:Reference URI=\"#" + SealedKey.ID + "\"></wsse:Reference>")
          + "</wsse:SecurityTokenReference></ds:KeyInfo>"
          + "<xenc:CipherData><xenc:CipherValue>";
  private static final String END = "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>";

  private final CanonicalWriter body;
  private final OutputStream cipher;
  private final CanonicalWriter writer;
  private final SealedKey key;

  /** Begins the encrypted content in the Body. */
  SealedContent(CanonicalWriter body, X509Certificate recipient) throws IOException {
    this.body = body.raw(START);
    SecretKey secret = new SecretKeySpec(random(KEY_BYTES), "AES");
    byte[] nonce = random(NONCE_BYTES);
    OutputStream base64 = Base64.getEncoder().wrap(new IntoBody(body));
    base64.write(nonce);
    this.cipher = new CipherOutputStream(base64, cipher(secret, nonce));
    this.writer = new CanonicalWriter(cipher);
    this.key = SealedKey.of(secret, recipient);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static Cipher cipher(SecretKey key, byte[] nonce) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** What is written here arrives encrypted. */
  CanonicalWriter writer() {
    return writer;
  }

  /** The key that goes with it. */
  SealedKey key() {
    return key;
  }

  /** Ends the encrypted content. */
  void end() throws IOException {
    writer.finish();
    cipher.close();
    body.raw(END);
  }

  /** Passes Base64 on to the Body, which goes on after its end. */
  private static final class IntoBody extends OutputStream {

    private final CanonicalWriter body;

    IntoBody(CanonicalWriter body) {
      this.body = body;
    }

    @Override
    public void write(int b) throws IOException {
      body.raw(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      body.raw(bytes, offset, length);
    }
  }
}
