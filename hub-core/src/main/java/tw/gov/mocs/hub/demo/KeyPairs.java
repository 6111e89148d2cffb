package tw.gov.mocs.hub.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Fresh key pairs of the kinds that certificates have, good and bad. */
public final class KeyPairs {

  /** Not registered with the JVM: what the demo makes must not change how the hub verifies. */
  static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private KeyPairs() {}

  /** RSA with 2048 bits; takes about 0.1 s. */
  public static KeyPair rsa() {
    return rsa(2048);
  }

  /** RSA of a length. */
  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
