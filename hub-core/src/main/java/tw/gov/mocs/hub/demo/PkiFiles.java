package tw.gov.mocs.hub.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import tw.gov.mocs.hub.shared.OwnerOnly;

/** Writes certificates and keys as files; nobody but their owner can read them, at any moment. */
public final class PkiFiles {

  private final Path folder;

  /** Of this folder. */
  public PkiFiles(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, unless it is there. */
  public void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key ({@code NAME.key}) and its certificates ({@code NAME.crt}). */
  public void identity(String name, List<X509Certificate> chain, PrivateKey key) {
    try {
      StringBuilder text = new StringBuilder();
      for (X509Certificate each : chain) {
        text.append(pem(new JcaMiscPEMGenerator(each)));
      }
      write(name + ".key", pem(new JcaPKCS8Generator(key, null)));
      write(name + ".crt", text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password is no secret: Java's own 10,000 rounds would only cost time. */
  private static final String ROUNDS = "1000";

  static {
    for (String name : List.of("mac", "certPbe", "keyPbe")) {
      System.setProperty("keystore.pkcs12." + name + "IterationCount", ROUNDS);
    }
  }

  /**
   * PBES2 with AES-256 and SHA-256, Java's own choice since 17, OpenSSL 3's and readable by NSS.
   */
  void p12(String name, List<X509Certificate> chain, PrivateKey key) {
    char[] password = DemoPki.P12_PASSWORD.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(name, key, password, chain.toArray(Certificate[]::new));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      write(name + ".p12", bytes.toByteArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A revocation list, DER. */
  public void list(String name, X509CRL list) {
    try {
      write(name, list.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void lists(X509CRL root, X509CRL intermediate) {
    try {
      String rootPem = pem(new JcaMiscPEMGenerator(root));
      String intermediatePem = pem(new JcaMiscPEMGenerator(intermediate));
      write("ca.crl", root.getEncoded());
      write("ca.crl.pem", rootPem);
      write("intermediate.crl", intermediate.getEncoded());
      write("intermediate.crl.pem", intermediatePem);
      write("crl.pem", rootPem + intermediatePem);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file with a secret. */
  public void secret(String name, String text) {
    write(name, text);
  }

  private void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) {
    try {
      Path part = Files.createTempFile(folder, name, ".part", OwnerOnly.file());
      Files.write(part, bytes);
      Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(PemObjectGenerator generator) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(generator);
    }
    return text.toString();
  }
}
