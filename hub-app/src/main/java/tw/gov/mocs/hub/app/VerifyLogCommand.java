package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.AuditSettings;
import tw.gov.mocs.hub.audit.LogVerifier;
import tw.gov.mocs.hub.audit.VerificationReport;
import tw.gov.mocs.hub.audit.VerificationReport.Finding;
import tw.gov.mocs.hub.audit.Witnesses;
import tw.gov.mocs.hub.web.audit.FindingTexts;

/** Verifies the whole log and says what does not fit. */
@Command(
    name = "verify-log",
    description = {
      "Verify the whole log: every row, every chain, every checkpoint; and the index that searches"
          + " go by.",
      "Status 0: it is whole. Status 1: something was changed, removed or added, here or in what was"
          + " kept elsewhere; what does not fit is named in Chinese and English, up to a hundred faults"
          + " of each chain."
    },
    mixinStandardHelpOptions = true)
final class VerifyLogCommand implements Callable<Integer> {

  private static final int HEX_LENGTH = 64;

  /** 32 bytes are 64 hexadecimal digits, or 43 characters of Base64 and a filler. */
  private static final Pattern SEEN =
      Pattern.compile("(\\d{1,18})=([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)");

  @Mixin private ConfigOption config;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "checkpoints kept elsewhere, one or many; the hub's own file is always compared")
  private List<Path> files = List.of();

  @Option(
      names = "--seen",
      paramLabel = "NUMBER=HASH",
      description = "a checkpoint as a signed answer carried it (hash in Base64 or hexadecimal)")
  private List<String> seen = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    // A slip of the pen is told before the log is looked at: it says nothing of the log.
    Map<Long, byte[]> carried = seen();
    files.forEach(this::requireCheckpoints);
    try (HubProcess hub = HubProcess.command(config.environment())) {
      VerificationReport report =
          hub.get(LogVerifier.class)
              .verify(
                  new Witnesses(hub.get(AuditSettings.class).checkpointFile(), files, carried),
                  rows -> spec.commandLine().getErr().printf("%,d rows read …%n", rows));
      record(hub, report);
      print(report, spec.commandLine().getOut());
      return report.isWhole() ? 0 : 1;
    }
  }

  /** What was found, what was verified and what was not. */
  static void print(VerificationReport report, PrintWriter out) {
    out.printf(
        "%,d rows and %,d checkpoints fit; %,d kept elsewhere agree; %,d rows wait for the next"
            + " checkpoint.%n",
        report.rows(), report.checkpoints(), report.witnessed(), report.uncovered());
    FindingTexts texts = FindingTexts.alone();
    for (Finding finding : report.findings()) {
      out.printf("DOES NOT FIT: %s %s.%n", finding.where(), finding.what());
      out.printf(
          "  不符：%s：%s%n",
          texts.of(finding.where(), Locale.TRADITIONAL_CHINESE),
          texts.of(finding.what(), Locale.TRADITIONAL_CHINESE));
    }
    if (report.unproven() > 0) {
      out.printf(
          "%,d rows are NOT proven: they do not fit, could not be read, or nothing signed leads to"
              + " them any more.%n  未能證明的列：%,d%n",
          report.unproven(), report.unproven());
    }
    out.println(conclusion(report));
  }

  private static String conclusion(VerificationReport report) {
    if (report.isWhole()) {
      return "The log is whole. 稽核紀錄完整。";
    }
    return report.fitsByItself()
        ? "The log fits by itself, but not what was kept of its checkpoints elsewhere: its end may have"
            + " been cut off, an older database restored, or the whole log written anew; else what was"
            + " kept was changed or is of another hub."
            + " 稽核紀錄本身相符，但與另行保存的檢查點不符：可能是稽核紀錄的結尾遭移除、資料庫還原為較舊的版本，"
            + "或整份稽核紀錄被改寫；否則即是另行保存的檢查點被更動或屬於其他平臺。"
        : "The log or its search index was changed. 稽核紀錄或其搜尋索引不完整。";
  }

  private static void record(HubProcess hub, VerificationReport report) {
    Act act =
        new Act(
            AuditAction.LOG_VERIFIED,
            ConfigOption.operator(),
            report.subject(),
            null,
            null,
            report.words(),
            null);
    hub.get(TransactionTemplate.class)
        .executeWithoutResult(status -> hub.get(AuditLog.class).act(act));
  }

  private void requireCheckpoints(Path file) {
    try {
      // A pipe can be read but once.
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (Witnesses.isKeptFile(file)) {
        return;
      }
    } catch (IOException e) {
      throw wrong(
          "--checkpoint " + file + "：沒有這個檔案，或無法讀取。 There is no such file, or it cannot be read.");
    }
    throw wrong(
        "--checkpoint "
            + file
            + "：其中沒有任何檢查點；請指定 hub.audit.checkpoint-file 的備份，或自入口網 /checkpoints 下載的檔案。"
            + " It holds no checkpoint; give a copy of the file of hub.audit.checkpoint-file, or one"
            + " downloaded from /checkpoints of the portal.");
  }

  private ParameterException wrong(String option) {
    return new ParameterException(spec.commandLine(), option);
  }

  /** What answers carried, by number. */
  Map<Long, byte[]> seen() {
    Map<Long, byte[]> all = new LinkedHashMap<>();
    for (String one : seen) {
      // Base64 may end in the very sign that parts the two.
      Matcher parts = SEEN.matcher(one);
      if (!parts.matches()) {
        throw wrong(
            "--seen "
                + one
                + "：須為檢查點號碼、「=」與 32 位元組的雜湊值（Base64 或十六進位）。"
                + " It is expected a number, '=' and 32 bytes as hash (Base64 or hexadecimal).");
      }
      String hash = parts.group(2);
      all.put(
          Long.valueOf(parts.group(1)),
          hash.length() == HEX_LENGTH
              ? HexFormat.of().parseHex(hash)
              : Base64.getDecoder().decode(hash));
    }
    return all;
  }
}
