package tw.gov.mocs.hub.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Reads keys (RSA or EC) and certificates from files: PEM (RFC 7468) and PKCS#12. All throw {@link
 * HubCallException}: {@link Failure#FILE_MISSING}, {@link Failure#FILE_UNREADABLE}, {@link
 * Failure#KEY_UNREADABLE}, {@link Failure#KEY_FORM_OLD}, {@link Failure#KEY_PASSWORD_WRONG}.
 */
public final class KeyFiles {

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([^-]+)-----END");

  /** PKCS#1 and SEC 1, as older OpenSSL writes them. */
  private static final Pattern OLD_PRIVATE_KEY =
      Pattern.compile("-----BEGIN (RSA|EC) PRIVATE KEY-----");

  private KeyFiles() {}

  /** A private key and its certificate. */
  public record Pair(PrivateKey key, X509Certificate certificate) {}

  /** Every certificate of a PEM or DER file, in its order. */
  public static List<X509Certificate> certificates(Path file) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> found =
          factory.generateCertificates(new ByteArrayInputStream(bytes(file))).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_UNREADABLE, e, file);
    }
    throw new HubCallException(Failure.KEY_UNREADABLE, file);
  }

  /**
   * A key (PKCS#8, plain or encrypted) and the first certificate of a file.
   *
   * @param password asked for only when the key is encrypted
   */
  public static Pair pem(Path keyFile, Path certificateFile, Supplier<char[]> password) {
    return new Pair(key(keyFile, password), certificates(certificateFile).get(0));
  }

  /**
   * The first key of a PKCS#12 file with its certificate.
   *
   * @param password of the file and of the key in it
   */
  public static Pair pkcs12(Path file, Supplier<char[]> password) {
    return allOfPkcs12(file, password).get(0);
  }

  /** Every key of a PKCS#12 file, at least one, each with its certificate. */
  public static List<Pair> allOfPkcs12(Path file, Supplier<char[]> password) {
    if (!Files.exists(file)) {
      throw new HubCallException(Failure.FILE_MISSING, file);
    }
    char[] secret = password.get();
    try (InputStream in = new ByteArrayInputStream(bytes(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      List<Pair> found = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, secret) instanceof PrivateKey key) {
          found.add(new Pair(key, (X509Certificate) store.getCertificate(alias)));
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException e) {
      // KeyStore.load says so of a wrong password; any other cause is a file of another kind.
      boolean refused = e.getCause() instanceof UnrecoverableKeyException;
      throw new HubCallException(
          refused ? Failure.KEY_PASSWORD_WRONG : Failure.KEY_UNREADABLE, e, file);
    } catch (GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_PASSWORD_WRONG, e, file);
    }
    throw new HubCallException(Failure.KEY_UNREADABLE, file);
  }

  private static PrivateKey key(Path file, Supplier<char[]> password) {
    String text = new String(bytes(file), StandardCharsets.US_ASCII);
    Matcher pem = PRIVATE_KEY.matcher(text);
    if (!pem.find()) {
      boolean old = OLD_PRIVATE_KEY.matcher(text).find();
      throw new HubCallException(old ? Failure.KEY_FORM_OLD : Failure.KEY_UNREADABLE, file);
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(pem.group(2));
    } catch (IllegalArgumentException e) {
      throw new HubCallException(Failure.KEY_UNREADABLE, e, file);
    }
    return key(
        file,
        pem.group(1) == null
            ? new PKCS8EncodedKeySpec(encoded)
            : decrypted(file, encoded, password.get()));
  }

  private static PKCS8EncodedKeySpec decrypted(Path file, byte[] encoded, char[] password) {
    try {
      EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(encoded);
      // For PBES2 the JDK names the scheme in the parameters only, not in getAlgName().
      String scheme = sealed.getAlgParameters().toString();
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
          sealed.getAlgParameters());
      return sealed.getKeySpec(cipher);
    } catch (IOException | GeneralSecurityException e) {
      throw new HubCallException(Failure.KEY_PASSWORD_WRONG, e, file);
    }
  }

  private static PrivateKey key(Path file, PKCS8EncodedKeySpec encoded) {
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        continue; // of another kind
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new HubCallException(Failure.KEY_UNREADABLE, file);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }
}
