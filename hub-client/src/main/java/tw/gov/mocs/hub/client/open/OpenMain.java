package tw.gov.mocs.hub.client.open;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.client.HubClientException;
import tw.gov.mocs.hub.client.TerminalText;
import tw.gov.mocs.hub.client.WrongUsage;

/** 解密程式: opens a one-time file; a failure is a sentence in each language and an exit status. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "解開單次服務檔案 Opens a one-time file of the Personnel Data Exchange Hub.",
    footer =
        "%n結束代碼 Exit codes: 0 成功 ok · 2 用法 usage · 3 檔案不可採信 file not to be believed"
            + " · 4 無法寫出 output · 5 金鑰或卡片 key or card · 130 中斷 stopped")
public final class OpenMain implements Callable<Integer> {

  private static final String AUTHORITIES = "hub-authorities.pem";

  private final Dialogue dialogue;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "下載之檔案 the file that was downloaded (.p7m)")
  private @Nullable Path file;

  @Mixin private final KeyOptions key = new KeyOptions();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "存放資料夾 where its content goes, in a folder of its own")
  private @Nullable Path to;

  @Option(
      names = "--hub",
      paramLabel = "FILE",
      description =
          "平臺簽章憑證及其憑證鏈 who signs, with the authorities"
              + " (default: hub-authorities.pem beside this program)")
  private @Nullable Path authorities;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "入口網所示之 SHA-256 as the portal shows it; the file must be that one")
  private @Nullable String sha256;

  @Spec private @Nullable CommandSpec spec;

  private OpenMain(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Runs and ends with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Dialogue.ofConsole()).execute(arguments));
  }

  static CommandLine commandLine(Dialogue dialogue) {
    return WrongUsage.inBothLanguages(new CommandLine(new OpenMain(dialogue)))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec, "spec").commandLine();
    Reports reports = new Reports(line.getErr(), dialogue.terminal());
    try {
      open(line.getOut(), reports);
      return 0;
    } catch (OpenException e) {
      reports.failed(e);
      return e.failure().kind().exitCode();
    } catch (HubClientException e) {
      reports.say(e.message(Locale.TAIWAN), e.message(Locale.ENGLISH));
      return OpenFailure.Kind.KEY.exitCode();
    }
  }

  private void open(PrintWriter out, Reports reports) {
    Path sealed = file == null ? asked() : file;
    FileOpener opener = new FileOpener(HubSigner.publishedIn(hub()), key.keys(dialogue), sha256);
    Path target = folder(sealed).resolve(name(sealed));
    FileOpener.Opened opened = opener.open(sealed, target, reports.of(sealed));
    Manifest manifest = opened.manifest();
    out.println(
        "已解開，平臺簽章、筆數及各檔雜湊值均相符 Opened; signature, rows and digests are as the hub made them");
    out.printf(
        "%s  %s  %,d 筆 rows  → %s%n",
        TerminalText.shown(manifest.application()),
        TerminalText.shown(manifest.delivery()),
        manifest.rows(),
        target);
    manifest
        .files()
        .forEach(
            (name, listed) -> {
              if (listed.rows() != null) {
                out.printf("  %s  %,d 筆 rows%n", TerminalText.shown(name), listed.rows());
              }
            });
    out.println("簽收用 to acknowledge: SHA-256 " + opened.sha256());
    if (sha256 == null) {
      out.println(
          "未以 --sha256 核對：簽收前請與入口網所示核對，如不同請勿簽收並洽客服"
              + " Not compared by --sha256: before you acknowledge, compare it with the portal's;"
              + " if they differ, do not, and ask the service desk");
    }
    out.flush();
  }

  private Path asked() {
    String typed = dialogue.ask("下載之檔案 The file that was downloaded (.p7m): ");
    if (typed == null || typed.isBlank()) {
      throw new OpenException(OpenFailure.OPTION_MISSING, "FILE");
    }
    return Path.of(typed.strip());
  }

  /** Where the content goes: as given, else as typed, else beside the file. */
  private Path folder(Path sealed) {
    if (to != null) {
      return to;
    }
    Path beside = sealed.toAbsolutePath().resolveSibling("");
    String typed = dialogue.ask("存放資料夾 Folder for its content [%s]: ".formatted(beside));
    return typed == null || typed.isBlank() ? beside : Path.of(typed.strip());
  }

  private static String name(Path sealed) {
    String name = sealed.getFileName().toString();
    return name.endsWith(".p7m") ? name.substring(0, name.length() - 4) : name + ".content";
  }

  private Path hub() {
    if (authorities != null) {
      return authorities;
    }
    CodeSource source = OpenMain.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString())).resolveSibling(AUTHORITIES);
  }
}
