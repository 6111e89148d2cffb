package tw.gov.mocs.hub.shared;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Amazon Corretto Crypto Provider, where it runs: an RSA signature costs less than half there. */
public final class NativeCrypto {

  private static final Logger LOG = LoggerFactory.getLogger(NativeCrypto.class);

  private NativeCrypto() {}

  /** Puts it first; elsewhere the JDK's providers stay as they are. */
  public static void install() {
    if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
      AmazonCorrettoCryptoProvider.install();
    }
  }

  /** Tells the operator which it is. */
  public static void log() {
    Throwable error = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
    if (error == null) {
      LOG.info("signatures by {}", AmazonCorrettoCryptoProvider.INSTANCE);
    } else {
      LOG.info("signatures by the JDK, slower: no native library here ({})", error.toString());
    }
  }
}
