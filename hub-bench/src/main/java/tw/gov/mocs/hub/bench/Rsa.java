package tw.gov.mocs.hub.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.Signature;

/** The provider of all measured programs: the same for everybody, so that only the rest differs. */
final class Rsa {

  static final String SHA256 = "SHA256withRSA";

  private Rsa() {}

  /**
   * Puts Amazon Corretto Crypto Provider first.
   *
   * @throws IllegalStateException if it cannot run here: a mixed comparison would say nothing
   */
  static void install() {
    AmazonCorrettoCryptoProvider.install();
    if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() != null) {
      throw new IllegalStateException(
          "Amazon Corretto Crypto Provider does not load",
          AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError());
    }
  }

  /** Whose RSA is used, for the record of a measurement. */
  static String provider() {
    try {
      return Signature.getInstance(SHA256).getProvider().getName()
          + " "
          + Security.getProviders()[0].getVersionStr();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
