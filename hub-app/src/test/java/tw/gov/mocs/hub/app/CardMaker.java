package tw.gov.mocs.hub.app;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Collections;

/**
 * Puts the key of a PKCS#12 file into a card: a process, because the library reads its environment.
 */
final class CardMaker {

  private CardMaker() {}

  /** The library, the file, its password, the PIN. */
  public static void main(String[] arguments) throws Exception {
    char[] password = arguments[2].toCharArray();
    KeyStore file = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
      file.load(in, password);
    }
    char[] pin = arguments[3].toCharArray();
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure("--name = card\nlibrary = " + arguments[0] + "\nslotListIndex = 0\n");
    KeyStore card = KeyStore.getInstance("PKCS11", provider);
    card.load(null, pin);
    for (String alias : Collections.list(file.aliases())) {
      card.setKeyEntry(alias, file.getKey(alias, password), null, file.getCertificateChain(alias));
    }
  }
}
