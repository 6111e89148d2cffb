package tw.gov.mocs.hub.client.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.gov.mocs.hub.client.Identity;

/** A file that must not be believed: its kind is told in both languages, and nothing is left. */
class RefusedFileTest {

  private final Path folder;
  private final OpenRun run;

  RefusedFileTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.run = new OpenRun(folder);
  }

  private void refuses(OpenFailure failure, SampleFile file) throws Exception {
    refuses(failure, file.sealedTo(SampleFile.AGENCY));
  }

  private void refuses(OpenFailure failure, byte[] file, String... options) throws Exception {
    int status = run.open(file, options);
    says(run, failure);
    assertThat(status).isEqualTo(failure.kind().exitCode());
    assertThat(run.left()).isEmpty();
  }

  /** Both languages, up to what differs. */
  static void says(OpenRun run, OpenFailure failure) {
    for (Locale locale : new Locale[] {Locale.TAIWAN, Locale.ENGLISH}) {
      String text = failure.message(locale, Arrays.asList("\0", "\0", "\0", "\0")).split("\0")[0];
      assertThat(run.err()).contains(text);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 700, 1500})
  void cutOff(int bytes) throws Exception {
    byte[] whole = new SampleFile().sealedTo(SampleFile.AGENCY);
    refuses(OpenFailure.FILE_CUT, Arrays.copyOf(whole, whole.length - bytes));
  }

  @Test
  void cutOffInItsHead() throws Exception {
    byte[] whole = new SampleFile().sealedTo(SampleFile.AGENCY);
    refuses(OpenFailure.FILE_CUT, Arrays.copyOf(whole, 300));
  }

  @ParameterizedTest
  @ValueSource(ints = {550, 900, 1500, 2000})
  void oneByteChanged(int at) throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    bytes[at] ^= 1;
    refuses(OpenFailure.FILE_CHANGED, bytes);
  }

  /** The signature is read long before. */
  @Test
  void aByteOfTheTagChanged() throws Exception {
    byte[] bytes = new SampleFile().padded(100_000).sealedTo(SampleFile.AGENCY);
    bytes[bytes.length - 10] ^= 1;
    refuses(OpenFailure.FILE_CHANGED, bytes);
  }

  /** No tag protects what follows it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void oneOfTheLastBytesChanged(int fromEnd) throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    bytes[bytes.length - fromEnd] ^= 1;
    assertThat(run.open(bytes)).isEqualTo(3);
    assertThat(run.left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void oneOfTheLastBytesOfTheOlderFormChanged(int fromEnd) throws Exception {
    byte[] bytes = new SampleFile().cipher(CMSAlgorithm.AES256_CBC).sealedTo(SampleFile.AGENCY);
    bytes[bytes.length - fromEnd] ^= 1;
    assertThat(run.open(bytes)).isEqualTo(3);
    assertThat(run.left()).isEmpty();
  }

  @Test
  void aByteOfTheSealedKeyChanged() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    bytes[300] ^= 1;
    refuses(OpenFailure.FILE_CHANGED, bytes);
  }

  @Test
  void tellsTheDigestWhereADamagedFileMayBeTheCause() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    bytes[150] ^= 1;
    assertThat(run.open(bytes)).isNotZero();
    assertThat(run.err()).contains("SHA-256", SampleFile.sha256(bytes));
  }

  @Test
  void everyByteThatIsNotAsThePortalShowsIt() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    String sha256 = SampleFile.sha256(bytes);
    for (int at = 0; at < bytes.length; at += at < 600 || at > bytes.length - 60 ? 7 : 97) {
      bytes[at] ^= 1;
      OpenRun one = new OpenRun(folder);
      assertThat(one.open(bytes, "--sha256", sha256)).as("at " + at).isEqualTo(3);
      assertThat(one.left()).isEmpty();
      bytes[at] ^= 1;
    }
    assertThat(run.open(bytes, "--sha256", sha256)).as(run.err()).isZero();
  }

  @Test
  void anotherDigestThanThePortalShows() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    String other = SampleFile.sha256(new byte[0]);
    refuses(OpenFailure.DIGEST_OTHER, bytes, "--sha256", other);
    assertThat(run.err()).contains(SampleFile.sha256(bytes), other).doesNotContain("檔案已損壞或被更動");
  }

  @Test
  void aWrongKeyBesideADigestThatWasMistyped() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.ROOT.issue("CN=Other,C=TW"));
    refuses(OpenFailure.DIGEST_OTHER, bytes, "--sha256", SampleFile.sha256(new byte[0]));
    says(run, OpenFailure.KEY_OTHER);
  }

  @Test
  void aDigestThatIsNone() throws Exception {
    byte[] bytes = new SampleFile().sealedTo(SampleFile.AGENCY);
    refuses(OpenFailure.DIGEST_UNREADABLE, bytes, "--sha256", "0f3a…");
  }

  @Test
  void oneByteOfTheOlderFormChanged() throws Exception {
    byte[] bytes = new SampleFile().cipher(CMSAlgorithm.AES256_CBC).sealedTo(SampleFile.AGENCY);
    bytes[bytes.length - 60] ^= 1;
    assertThat(run.open(bytes)).isEqualTo(3);
    assertThat(run.left()).isEmpty();
  }

  @Test
  void anotherKindOfFile() throws Exception {
    refuses(OpenFailure.NOT_SEALED, "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
    refuses(OpenFailure.NOT_SEALED, new byte[0]);
  }

  @Test
  void anUnknownCipher() throws Exception {
    refuses(OpenFailure.FORM_UNSUPPORTED, new SampleFile().cipher(CMSAlgorithm.DES_EDE3_CBC));
  }

  @Test
  void anOlderPaddingOfTheKey() throws Exception {
    refuses(OpenFailure.FORM_UNSUPPORTED, new SampleFile().olderPadding());
  }

  @Test
  void notSigned() throws Exception {
    refuses(OpenFailure.SIGNATURE_MISSING, new SampleFile().unsigned());
  }

  @Test
  void signedWithAnotherKeyThanThatOfItsCertificate() throws Exception {
    Identity forged = new Identity(SampleFile.AGENCY.keys(), SampleFile.HUB.certificate());
    refuses(OpenFailure.SIGNATURE_INVALID, new SampleFile().signedBy(forged));
  }

  @Test
  void signedByAnotherHub() throws Exception {
    Identity other = Identity.authority("CN=Root,O=MOCS,C=TW").issue("CN=Delivery,O=MOCS,C=TW");
    refuses(OpenFailure.SIGNER_OTHER, new SampleFile().signedBy(other));
  }

  @Test
  void signedByAnAgencyOfTheSameAuthority() throws Exception {
    refuses(OpenFailure.SIGNER_OTHER, new SampleFile().signedBy(SampleFile.AGENCY));
    assertThat(run.err()).contains("CN=Agency");
  }

  @Test
  void signedWithACertificateOfTheHubThatMayNotSign() throws Exception {
    Identity tls =
        new Identity.Maker("CN=Delivery,O=MOCS,C=TW")
            .usage(KeyUsage.keyEncipherment)
            .make(SampleFile.ROOT);
    refuses(OpenFailure.SIGNER_OTHER, new SampleFile().signedBy(tls));
  }

  @Test
  void signedAfterTheEndOfTheCertificate() throws Exception {
    refuses(
        OpenFailure.SIGNER_NOT_IN_FORCE,
        new SampleFile().signedAt(Instant.now().plus(Duration.ofDays(1000))));
  }

  @Test
  void aFileThatTheManifestDoesNotName() throws Exception {
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().file("TA_MORE.csv", "a\r\n"));
    assertThat(run.err()).contains("TA_MORE.csv");
  }

  @Test
  void aFileWithAnotherContent() throws Exception {
    String others = SampleFile.ROWS.replace('1', '3');
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().file("TA_ONE.csv", others));
  }

  @Test
  void otherRowsThanCounted() throws Exception {
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().rows(3));
    assertThat(run.err()).contains("rows 2 ≠ 3");
  }

  @Test
  void otherRowsOfOneFileThanCounted() throws Exception {
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().rowsOfFile(5));
    assertThat(run.err()).contains("TA_ONE.csv: rows 2 ≠ 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1,", "{\"files\": [{}], \"rows\": 2}", "{\"rows\": 1,}"})
  void aManifestThatSaysNothing(String json) throws Exception {
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().manifestOf(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.csv", "/etc/evil", "a\\b.csv", "..", "a/b.csv", "c:evil.csv"})
  void aNameThatLeadsElsewhere(String name) throws Exception {
    refuses(OpenFailure.CONTENT_OTHER, new SampleFile().file(name, "x"));
    assertThat(folder.resolveSibling("evil.csv")).doesNotExist();
  }
}
