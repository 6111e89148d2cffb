package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Locale;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys as agencies keep them. */
class KeyFilesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void readsPlainPem() throws Exception {
    assertThat(readPem(null, "").key()).isEqualTo(AGENCY.keys().getPrivate());
  }

  @Test
  void readsPemUnderPassword() throws Exception {
    assertThat(readPem(encryptor(), "secret").key()).isEqualTo(AGENCY.keys().getPrivate());
  }

  @Test
  void tellsWrongPasswordOfPem() {
    assertThat(
            catchThrowableOfType(HubCallException.class, () -> readPem(encryptor(), "other"))
                .failure())
        .isEqualTo(Failure.KEY_PASSWORD_WRONG);
  }

  @Test
  void readsPkcs12() throws Exception {
    assertThat(readPkcs12("changeit").certificate()).isEqualTo(AGENCY.certificate());
  }

  @Test
  void tellsWrongPasswordOfPkcs12() {
    assertThat(catchThrowableOfType(HubCallException.class, () -> readPkcs12("other")).failure())
        .isEqualTo(Failure.KEY_PASSWORD_WRONG);
  }

  @Test
  void tellsFileThatIsNoPkcs12() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "hello");
    assertThat(
            catchThrowableOfType(
                    HubCallException.class, () -> KeyFiles.pkcs12(file, "x"::toCharArray))
                .failure())
        .isEqualTo(Failure.KEY_UNREADABLE);
  }

  @Test
  void saysHowToConvertAnOldKey() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("old"), "-----BEGIN %s PRIVATE KEY-----\nMII".formatted("RSA"));
    HubCallException failure =
        catchThrowableOfType(
            HubCallException.class, () -> KeyFiles.pem(file, file, "x"::toCharArray));
    assertThat(failure.failure()).isEqualTo(Failure.KEY_FORM_OLD);
    assertThat(failure).hasMessageContaining("openssl pkcs8 -topk8");
  }

  @Test
  void tellsFileThatIsNoKey() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "hello");
    assertThat(
            catchThrowableOfType(HubCallException.class, () -> KeyFiles.certificates(file))
                .failure())
        .isEqualTo(Failure.KEY_UNREADABLE);
  }

  @Test
  void tellsMissingFile() {
    assertThat(
            catchThrowableOfType(
                    HubCallException.class, () -> KeyFiles.certificates(folder.resolve("none")))
                .failure())
        .isEqualTo(Failure.FILE_MISSING);
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void everyFailureHasBothTexts(Failure failure) {
    HubCallException e = new HubCallException(failure, "a", "b", "c", "d");
    assertThat(e.message(Locale.TAIWAN))
        .doesNotContain("{")
        .isNotEqualTo(e.message(Locale.ENGLISH));
  }

  private static OutputEncryptor encryptor() throws Exception {
    return new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
        .setProvider(new BouncyCastleProvider())
        .setPassword("secret".toCharArray())
        .build();
  }

  private KeyFiles.Pair readPem(@Nullable OutputEncryptor encryptor, String password)
      throws Exception {
    Path key = folder.resolve("a.key");
    Path certificate = folder.resolve("a.crt");
    write(key, new JcaPKCS8Generator(AGENCY.keys().getPrivate(), encryptor));
    write(certificate, new JcaMiscPEMGenerator(AGENCY.certificate()));
    return KeyFiles.pem(key, certificate, password::toCharArray);
  }

  private static void write(Path file, PemObjectGenerator generator) throws Exception {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(generator);
    }
    Files.writeString(file, text.toString());
  }

  private KeyFiles.Pair readPkcs12(String password) throws Exception {
    Path file = folder.resolve("a.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "a",
        AGENCY.keys().getPrivate(),
        "changeit".toCharArray(),
        new Certificate[] {AGENCY.certificate()});
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return KeyFiles.pkcs12(file, password::toCharArray);
  }
}
