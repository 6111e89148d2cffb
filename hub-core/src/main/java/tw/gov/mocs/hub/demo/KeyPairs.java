package tw.gov.mocs.hub.demo;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Fresh key pairs of the kinds that certificates have, good and bad. */
public final class KeyPairs {

  /** Not registered with the JVM: what the demo makes must not change how the hub verifies. */
  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  /** Native code for RSA, not registered either; null where it does not run. */
  static final @Nullable Provider QUICK =
      AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
          ? AmazonCorrettoCryptoProvider.INSTANCE
          : null;

  private KeyPairs() {}

  /** RSA with 2048 bits; takes about 0.1 s. */
  public static KeyPair rsa() {
    return rsa(2048);
  }

  /** RSA of a length. */
  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = rsaGenerator();
      generator.initialize(bits);
      return ofUsualProvider(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the second compiler is off, as in tests, the JDK's own takes ten times as long. */
  private static KeyPairGenerator rsaGenerator() throws GeneralSecurityException {
    return QUICK == null
        ? KeyPairGenerator.getInstance("RSA")
        : KeyPairGenerator.getInstance("RSA", QUICK);
  }

  /** As read from a file: who uses the pair meets no other classes of keys than elsewhere. */
  private static KeyPair ofUsualProvider(KeyPair keys) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded())),
        factory.generatePrivate(new PKCS8EncodedKeySpec(keys.getPrivate().getEncoded())));
  }

  /** RSA with 2048 bits that is marked for PSS signatures only (RFC 4055 §1.2). */
  public static KeyPair rsaPss() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A secret key of 256 bits as its file holds it: 64 hexadecimal digits and an end of line. */
  public static String hex() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes) + "\n";
  }

  /**
   * An elliptic-curve pair.
   *
   * @param curve {@code secp256r1}, {@code secp384r1} or any other that Bouncy Castle names
   */
  public static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
