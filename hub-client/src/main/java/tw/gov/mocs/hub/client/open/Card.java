package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A card in a reader, through the PKCS#11 library of its maker. Its keys never leave it. */
final class Card {

  private final Path library;
  private final Provider provider;

  /**
   * Loads the library.
   *
   * @throws OpenException FILE_MISSING, CARD_LIBRARY, CARD_ABSENT
   */
  Card(Path library, int slot) {
    this.library = library;
    if (!Files.isRegularFile(library)) {
      throw new OpenException(OpenFailure.FILE_MISSING, library);
    }
    try {
      provider = Security.getProvider("SunPKCS11").configure(configuration(library, slot));
    } catch (ProviderException | InvalidParameterException e) {
      String why = innermost(e);
      throw why.startsWith("CKR_TOKEN_NOT_")
          ? new OpenException(OpenFailure.CARD_ABSENT, e)
          : new OpenException(OpenFailure.CARD_LIBRARY, e, library, why);
    }
  }

  private static String configuration(Path library, int slot) {
    String quoted = library.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return "--name = card\nlibrary = \"%s\"\nslotListIndex = %d\n".formatted(quoted, slot);
  }

  List<AgencyKey> keys(Function<String, char[]> pin) {
    KeyStore store;
    try {
      store = KeyStore.getInstance("PKCS11", provider);
    } catch (KeyStoreException e) {
      // The provider offers it only while a card is there.
      throw new OpenException(OpenFailure.CARD_ABSENT, e);
    }
    char[] typed = pin.apply(library.getFileName().toString());
    try {
      store.load(null, typed);
      return keys(store);
    } catch (IOException | GeneralSecurityException e) {
      throw refused(e);
    } finally {
      Arrays.fill(typed, ' ');
    }
  }

  private List<AgencyKey> keys(KeyStore store) throws GeneralSecurityException {
    List<AgencyKey> found = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, null) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        found.add(new AgencyKey(key, certificate, provider));
      }
    }
    if (found.isEmpty()) {
      throw new OpenException(OpenFailure.CARD_EMPTY);
    }
    return found;
  }

  /** PKCS#11 v2.40 §5.1.6: a card says that a PIN is wrong, never how many tries are left. */
  private static OpenException refused(Exception e) {
    String why = innermost(e);
    return switch (why) {
      case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
          new OpenException(OpenFailure.PIN_WRONG, e);
      case "CKR_PIN_LOCKED" -> new OpenException(OpenFailure.PIN_LOCKED, e);
      case "CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED" ->
          new OpenException(OpenFailure.CARD_ABSENT, e);
      default -> new OpenException(OpenFailure.CARD_REFUSES, e, why);
    };
  }

  static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
