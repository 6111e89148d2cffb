package tw.gov.mocs.hub.shared;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hub's own keys. Guarantee: a private or secret key file that others than its owner can
 * read is refused.
 */
public final class KeyFiles {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private KeyFiles() {}

  /** A PEM file of certificates. */
  public static final class OfCertificates implements Check<Path> {

    @Override
    public void check(Path file) {
      certificates(file);
    }
  }

  /** A PEM file of a private key. */
  public static final class OfPrivateKey implements Check<Path> {

    @Override
    public void check(Path file) {
      privateKey(file);
    }
  }

  /** A file of a secret key. */
  public static final class OfSecretKey implements Check<Path> {

    @Override
    public void check(Path file) {
      secretKey(file, "AES");
    }
  }

  /** The certificates of a PEM file, in its order (leaf first by convention). */
  public static List<X509Certificate> certificates(Path file) {
    requireReadable(file);
    List<X509Certificate> found = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        PEMParser parser = new PEMParser(reader)) {
      JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof X509CertificateHolder holder) {
          found.add(converter.getCertificate(holder));
        }
      }
    } catch (IOException | CertificateException e) {
      throw invalid(file, "no certificate can be read from it", e);
    }
    if (found.isEmpty()) {
      throw invalid(file, "it holds no certificate", null);
    }
    return List.copyOf(found);
  }

  /** The private key of a PEM file (PKCS#8 or traditional, not encrypted). */
  public static PrivateKey privateKey(Path file) {
    requirePrivate(file);
    try (Reader reader = Files.newBufferedReader(file);
        PEMParser parser = new PEMParser(reader)) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
        if (next instanceof PEMKeyPair pair) {
          return converter.getKeyPair(pair).getPrivate();
        }
      }
    } catch (IOException e) {
      throw invalid(file, "no private key can be read from it", e);
    }
    throw invalid(file, "it holds no unencrypted private key", null);
  }

  /**
   * The secret key of a file of 64 hexadecimal digits (256 bits).
   *
   * @param algorithm for example {@code AES} or {@code HmacSHA256}
   */
  public static SecretKey secretKey(Path file, String algorithm) {
    requirePrivate(file);
    try {
      byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
      if (bytes.length != 32) {
        throw invalid(file, "it must hold 64 hexadecimal digits", null);
      }
      return new SecretKeySpec(bytes, algorithm);
    } catch (IOException | IllegalArgumentException e) {
      throw invalid(file, "it must hold 64 hexadecimal digits", e);
    }
  }

  /** A key store in memory with one entry: the key and its certificates; for a TLS server. */
  public static KeyStore keyStore(Path certificates, Path privateKey) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "key",
          privateKey(privateKey),
          new char[0],
          certificates(certificates).toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw invalid(privateKey, "it does not fit " + certificates, e);
    }
  }

  private static void requireReadable(Path file) {
    if (Files.notExists(file)) {
      throw invalid(file, "there is no such file", null);
    }
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw invalid(file, "it cannot be read", null);
    }
  }

  private static void requirePrivate(Path file) {
    requireReadable(file);
    try {
      Set<PosixFilePermission> has = Files.getPosixFilePermissions(file);
      if (has.stream().anyMatch(OTHERS::contains)) {
        throw invalid(file, "others can read it; chmod 600", null);
      }
    } catch (IOException e) {
      throw invalid(file, "it cannot be read", e);
    }
  }

  private static HubException invalid(Path file, String why, @Nullable Throwable e) {
    String text = "the file " + file + ": " + why;
    return new HubException(ErrorCode.FILE_UNUSABLE, text, e, text);
  }
}
