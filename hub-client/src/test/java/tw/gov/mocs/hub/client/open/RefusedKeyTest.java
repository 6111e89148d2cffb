package tw.gov.mocs.hub.client.open;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.open.RefusedFileTest.says;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.client.Identity;

/** A key that does not open a file, and a folder that does not take its content. */
class RefusedKeyTest {

  private final Path folder;
  private final OpenRun run;

  RefusedKeyTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.run = new OpenRun(folder);
  }

  private byte[] file() {
    return new SampleFile().sealedTo(SampleFile.AGENCY);
  }

  private static String serial(Identity identity) {
    return identity.certificate().getSerialNumber().toString(16);
  }

  @Test
  void namesBothCertificatesOfAWrongKey() throws Exception {
    Identity other = SampleFile.ROOT.issue("CN=Other,C=TW");
    run.p12("key.p12", other);
    assertThat(run.open(file())).isEqualTo(5);
    says(run, OpenFailure.KEY_OTHER);
    assertThat(run.err())
        .contains(serial(SampleFile.AGENCY), serial(other))
        .contains("簽發者 CN=Root,O=MOCS,C=TW）", "(issuer CN=Root,O=MOCS,C=TW)")
        .contains("CN=Other", SampleFile.sha256(other.certificate().getEncoded()));
    assertThat(run.left()).isEmpty();
  }

  @Test
  void tellsAKeyThatIsNotOfItsCertificate() throws Exception {
    Identity mixed = new Identity(SampleFile.HUB.keys(), SampleFile.AGENCY.certificate());
    run.p12("key.p12", mixed);
    assertThat(run.open(file())).isEqualTo(5);
    says(run, OpenFailure.KEY_NOT_OF_CERTIFICATE);
  }

  @Test
  void tellsAWrongPassword() throws Exception {
    run.typing("wrong");
    assertThat(run.open(file())).isEqualTo(5);
    assertThat(run.err()).contains("無法以此密碼開啟", "does not open with this password");
    assertThat(run.left()).isEmpty();
  }

  @Test
  void tellsAMissingKeyFile() throws Exception {
    Files.delete(folder.resolve("key.p12"));
    assertThat(run.open(file())).isEqualTo(5);
    assertThat(run.err()).contains("沒有檔案", "There is no file");
  }

  @Test
  void namesTheNumberOfAnAgencyReadably() throws Exception {
    run.p12("key.p12", SampleFile.ROOT.issue("CN=Other,2.5.4.5=A0001,C=TW"));
    run.open(file());
    assertThat(run.err()).contains("SERIALNUMBER=A0001").doesNotContain("2.5.4.5", "#13");
  }

  @Test
  void tellsThatNobodyNamesAKey() throws Exception {
    assertThat(run.run(run.file(file()).toString())).isEqualTo(2);
    says(run, OpenFailure.OPTION_MISSING);
  }

  @Test
  void tellsAMissingFile() {
    assertThat(run.run("none.p7m", "--p12", folder.resolve("key.p12").toString())).isEqualTo(2);
    says(run, OpenFailure.FILE_MISSING);
  }

  @Test
  void tellsThatNoCertificateOfTheHubIsInTheFileNamedForIt() throws Exception {
    Files.writeString(folder.resolve("hub.pem"), "# README");
    assertThat(run.open(file())).isEqualTo(2);
    says(run, OpenFailure.HUB_UNREADABLE);
    assertThat(run.err()).contains("hub.pem", "hub-authorities.pem").doesNotContain("PKCS");
    assertThat(run.left()).isEmpty();
  }

  @Test
  void tellsThatTheFileNamedForTheHubIsMissing() throws Exception {
    Files.delete(folder.resolve("hub.pem"));
    assertThat(run.open(file())).isEqualTo(2);
    says(run, OpenFailure.FILE_MISSING);
  }

  @Test
  void tellsThatTheFileNamedForTheHubCannotBeRead() throws Exception {
    Files.delete(folder.resolve("hub.pem"));
    Files.createDirectory(folder.resolve("hub.pem"));
    assertThat(run.open(file())).isEqualTo(2);
    says(run, OpenFailure.FILE_UNREADABLE);
  }

  @Test
  void tellsALibraryThatIsNone() throws Exception {
    Path library = Files.writeString(folder.resolve("x.pem"), "no library");
    assertThat(run.run(run.file(file()).toString(), "--pkcs11", library.toString())).isEqualTo(5);
    says(run, OpenFailure.CARD_LIBRARY);
    assertThat(run.err()).containsPattern("--slot。Java 的訊息：\\S").contains("--slot. Java says: ");
  }

  @Test
  void saysThatTheCardComponentOnlySigns() throws Exception {
    assertThat(run.run(run.file(file()).toString(), "--card-agent")).isEqualTo(2);
    says(run, OpenFailure.CARD_AGENT);
  }

  @Test
  void overwritesNothing() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("APFQ11500001")).resolve("own.txt");
    Files.writeString(kept, "own");
    assertThat(run.open(file())).isEqualTo(4);
    says(run, OpenFailure.OUTPUT_EXISTS);
    assertThat(kept).hasContent("own");
    assertThat(run.left()).containsExactly("APFQ11500001");
  }

  @Test
  void pointsToWhatAKilledRunLeft() throws Exception {
    Files.createDirectory(folder.resolve("APFQ11500001.part"));
    assertThat(run.open(file())).isEqualTo(4);
    says(run, OpenFailure.OUTPUT_LEFT_BEHIND);
  }

  @Test
  void tellsAFileInThePlaceOfTheFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("README.md"), "");
    assertThat(run.open(file(), "--to", file.toString())).isEqualTo(4);
    says(run, OpenFailure.OUTPUT_UNWRITABLE);
    assertThat(run.err())
        .contains(
            "README.md（它是檔案，不是資料夾）", "README.md cannot be written (it is a file, not a folder)")
        .doesNotContain("Exception", ".part");
  }

  @Test
  void tellsAFolderThatCannotBe() throws Exception {
    Path file = Files.writeString(folder.resolve("in-the-way.pem"), "");
    assertThat(run.open(file(), "--to", file.resolve("deeper").toString())).isEqualTo(4);
    says(run, OpenFailure.OUTPUT_UNWRITABLE);
    assertThat(run.err()).doesNotContain("Exception");
  }
}
