package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.gov.mocs.hub.app.UnpackedModule.Result;
import tw.gov.mocs.hub.shared.Digests;

/**
 * 解密程式 as an agency meets it: fetched from the portal with the demo's file, unpacked in an empty
 * folder, and run by its script, with a key file and with a card of SoftHSM2.
 */
class OpenFileIT {

  private static final String KEY = "agency-a-encryption";
  private static final Path SOFT_CARD = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "1234";

  @TempDir private static Path folder = Path.of("");

  private static RunningDemo demo;
  private static PortalClient agency;
  private static String number = "";
  private static UnpackedProgram program;

  @BeforeAll
  static void fetch() throws Exception {
    demo = RunningDemo.shared();
    agency = PortalClient.loggedIn(demo, "agency-a");
    number =
        Pattern.compile("/progress/(APFQ[0-9]+)/file")
            .matcher(agency.get("progress?method=ONE_TIME_FILE").body())
            .results()
            .map(found -> found.group(1))
            .sorted()
            .findFirst()
            .orElseThrow();
    Await.until(() -> page().contains("待下載簽收"));
    String begun =
        agency.post(file(), file(), Map.of()).headers().firstValue("location").orElse("");
    byte[] sealed = agency.download(begun.substring(begun.indexOf("progress/"))).body();
    byte[] zip = agency.download("progress/" + number + "/decryption.zip").body();
    program =
        new UnpackedProgram(
            UnpackedModule.of(zip, Files.createDirectory(folder.resolve("program"))),
            Path.of(demo.property("pki.dir")),
            number + ".p7m",
            sealed);
  }

  private static String file() {
    return "progress/" + number + "/file";
  }

  private static String page() {
    try {
      return agency.get(file()).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256() {
    return HexFormat.of().formatHex(Digests.sha256(program.file()));
  }

  private static void refused(Result result, int status, String chinese, String english) {
    assertThat(result.output()).contains(chinese, english);
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void isOfferedToTheAgencyAlone() throws Exception {
    assertThat(agency.get("progress?number=" + number).body())
        .contains("/progress/" + number + "/decryption.zip");
    assertThat(page()).contains("/decryption.zip", "/hub-authorities.pem", sha256());
    PortalClient other = PortalClient.loggedIn(demo, "agency-b");
    for (String path : List.of("/decryption.zip", "/hub-authorities.pem")) {
      assertThat(other.get("progress/" + number + path).statusCode()).isEqualTo(404);
    }
  }

  /** The commands are those of the page, with the names of the demo's files. */
  @Test
  void givesWhatOpenSslGivesByTheCommandsOfThePage(@TempDir Path to) throws Exception {
    Result opened = program.open(to, program.file(), KEY, "--sha256", sha256());
    assertThat(opened.status()).as(opened.output()).isZero();
    assertThat(opened.output()).contains("100 %", number, sha256());
    Files.write(
        to.resolve("hub-authorities.pem"),
        agency.download("progress/" + number + "/hub-authorities.pem").body());
    Matcher commands = Pattern.compile("(?m)openssl cms .*?(?=$|<)").matcher(page());
    for (int i = 0; i < 2; i++) {
      assertThat(commands.find()).isTrue();
      String command =
          commands
              .group()
              .replace("key.pem", program.pki().resolve(KEY + ".key").toString())
              .replace("certificate.pem", program.pki().resolve(KEY + ".crt").toString());
      Result ran = program.run(List.of("sh", "-c", "cd " + to + " && " + command));
      assertThat(ran.status()).as(ran.output()).isZero();
    }
    try (ZipFile zip = new ZipFile(to.resolve(number + ".zip").toFile())) {
      assertThat(zip.stream()).hasSizeGreaterThan(2);
      for (var entry : zip.stream().toList()) {
        assertThat(to.resolve(number).resolve(entry.getName()))
            .hasBinaryContent(zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void saysWhoseTheFileIsToAWrongKey(@TempDir Path to) throws Exception {
    refused(program.open(to, program.file(), "agency-a"), 5, "金鑰不對", "Wrong key");
    assertThat(program.left(to)).isEmpty();
  }

  @Test
  void refusesAFileThatIsCut(@TempDir Path to) throws Exception {
    byte[] half = Arrays.copyOf(program.file(), program.file().length / 2);
    refused(program.open(to, half, KEY), 3, "檔案不完整", "cut off before its end");
    assertThat(program.left(to)).isEmpty();
  }

  @Test
  void refusesAFileOfWhichAByteWasChanged(@TempDir Path to) throws Exception {
    byte[] changed = program.file().clone();
    changed[changed.length / 2] ^= 1;
    refused(program.open(to, changed, KEY), 3, "檔案已損壞或被更動", "was changed");
    assertThat(program.left(to)).isEmpty();
  }

  /** The other signer has a certificate of the same authority. */
  @Test
  void believesNoOtherSigner(@TempDir Path to) throws Exception {
    String other = program.pki().resolve("receipt.crt").toString();
    Result result = program.open(to, program.file(), KEY, "--hub", other);
    refused(result, 3, "由不是平臺的憑證簽署", "not the hub's");
    assertThat(program.left(to)).isEmpty();
  }

  @Test
  void leavesNothingOnAFullDisk(@TempDir Path to) throws Exception {
    Path sealed = Files.write(to.resolve(program.fileName()), program.file());
    // One block of 512 bytes: less than any of its tables.
    String limited = "ulimit -f 1; exec " + String.join(" ", program.command(sealed, to));
    refused(program.run(List.of("sh", "-c", limited)), 4, "磁碟空間不足", "The disk is full");
    assertThat(program.left(to)).isEmpty();
    assertThat(sealed).hasBinaryContent(program.file());
  }

  @Test
  void overwritesNothing(@TempDir Path to) throws Exception {
    program.open(to, program.file(), KEY);
    refused(program.open(to, program.file(), KEY), 4, "已經存在，不會覆寫", "is not overwritten");
  }

  @Test
  void leavesNothingWhenItIsStopped(@TempDir Path to) throws Exception {
    Path pipe = to.resolve(program.fileName());
    program.run(List.of("mkfifo", pipe.toString()));
    Process process = program.builder(program.command(pipe, to)).start();
    try (OutputStream slowly = Files.newOutputStream(pipe)) {
      slowly.write(program.file(), 0, program.file().length / 2);
      slowly.flush();
      Await.until(() -> Files.exists(to.resolve(number + ".part")));
      // Not by the process itself, which would close its output.
      process.toHandle().destroy();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output).contains("已中斷", "Stopped.").doesNotContain("100 %");
      assertThat(process.waitFor()).isNotZero();
    }
    assertThat(program.left(to)).isEmpty();
  }

  @Test
  void opensWithACard(@TempDir Path to) throws Exception {
    Result opened = program.open(to, SOFT_CARD, PIN, card(to, KEY));
    assertThat(opened.status()).as(opened.output()).isZero();
    assertThat(to.resolve(number).resolve("manifest.json")).exists();
  }

  @Test
  void saysWhatIsWrongWithACard(@TempDir Path to, @TempDir Path other) throws Exception {
    refused(program.open(to, SOFT_CARD, "9999", card(other, KEY)), 5, "PIN 不正確", "PIN is wrong");
    Path wrong = card(to, "agency-b");
    refused(program.open(to, SOFT_CARD, PIN, wrong), 5, "卡片不對", "Wrong card");
    Path none = tokens(Files.createDirectory(to.resolve("none")));
    refused(program.open(to, SOFT_CARD, PIN, none), 5, "沒有可用的卡片", "no usable card");
    assertThat(to.resolve(number)).doesNotExist();
  }

  /** A card with this key of the demo; the configuration that leads to it. */
  private static Path card(Path folder, String key) throws Exception {
    Path configuration = tokens(Files.createDirectory(folder.resolve("card-" + key)));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<List<String>> commands =
        List.of(
            List.of(
                ("softhsm2-util --init-token --slot 0 --label card --so-pin 567890 --pin " + PIN)
                    .split(" ")),
            List.of(
                java,
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                CardMaker.class.getName(),
                SOFT_CARD.toString(),
                program.pki().resolve(key + ".p12").toString(),
                "changeit",
                PIN));
    for (List<String> command : commands) {
      ProcessBuilder builder = program.builder(command);
      builder.environment().put("SOFTHSM2_CONF", configuration.toString());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    return configuration;
  }

  private static Path tokens(Path folder) throws Exception {
    return Files.writeString(
        folder.resolveSibling(folder.getFileName() + ".conf"),
        "directories.tokendir = " + folder + "\n");
  }
}
