package tw.gov.mocs.hub.app.card;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Where a card's key and certificates lie: {@code NAME.key} and {@code NAME.crt}, else {@code
 * NAME.p12}.
 */
record CardFiles(DemoPki.Identity files) {

  /** A key and its certificates, leaf first. */
  record Pair(PrivateKey key, List<X509Certificate> chain) {}

  /** Whether the card is in its reader: its files are there. */
  boolean areThere() {
    return Files.exists(files.key()) || Files.exists(files.p12());
  }

  Pair read() {
    return Files.exists(files.p12()) && !Files.exists(files.key())
        ? pkcs12(files.p12())
        : new Pair(KeyFiles.privateKey(files.key()), KeyFiles.certificates(files.certificate()));
  }

  private static Pair pkcs12(Path file) {
    char[] password = DemoPki.P12_PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      for (Enumeration<String> names = store.aliases(); names.hasMoreElements(); ) {
        String name = names.nextElement();
        if (store.getKey(name, password) instanceof PrivateKey key) {
          return new Pair(key, chain(store.getCertificateChain(name)));
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, "no key can be read from it", e);
    }
    throw unusable(file, "it holds no private key", null);
  }

  private static List<X509Certificate> chain(Certificate[] found) {
    return Arrays.stream(found).map(X509Certificate.class::cast).toList();
  }

  static HubException unusable(Path file, String why, @Nullable Throwable cause) {
    String text = "the file " + file + ": " + why;
    return new HubException(ErrorCode.FILE_UNUSABLE, text, cause, text);
  }
}
