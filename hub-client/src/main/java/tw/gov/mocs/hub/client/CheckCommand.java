package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** 連線測試: says step by step what works, and in plain words what does not. */
@Command(
    name = "check",
    description = "連線測試，說明哪裡不對 Tests the connection and says what is wrong with it.")
public final class CheckCommand extends ClientCommand {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  @Override
  void run(PrintWriter out, PrintWriter err) {
    try {
      check(out, err);
    } catch (HubClientException e) {
      CheckStep step = CheckStep.of(e);
      out.printf("✗ %s%n", step.label());
      out.printf("  → %s%n  → %s%n", step.advice(), step.adviceEn());
      out.flush();
      throw e;
    }
  }

  private void check(PrintWriter out, PrintWriter err) {
    HubClient client = connection.client(err).build();
    good(out, CheckStep.CERTIFICATE, "私鑰與憑證成對 key and certificate are a pair");
    client.contract();
    HubStatus status = status(client, out);
    long off = Duration.between(Instant.now(), status.hubTime()).toSeconds();
    good(out, CheckStep.CLOCK, "與平臺相差 " + Math.abs(off) + " 秒 seconds off");
    good(out, CheckStep.SIGNATURE, "雙方簽章皆驗證 both signatures hold");
    good(
        out,
        CheckStep.CERTIFICATE,
        "%s %s，憑證尚有 %d 天 days left"
            .formatted(status.agencyCode(), status.agencyName(), status.certificateDays()));
    grant(out, status);
    out.println("全部正常 All is well.");
    out.flush();
  }

  /** Something at an address may give a contract and still be no hub: only its answer tells. */
  private HubStatus status(HubClient client, PrintWriter out) {
    try {
      HubStatus status = client.status();
      reached(out);
      return status;
    } catch (HubClientException e) {
      if (CheckStep.of(e) != CheckStep.ADDRESS) {
        reached(out);
      }
      throw e;
    }
  }

  private void reached(PrintWriter out) {
    good(out, CheckStep.ADDRESS, "連得到平臺 the hub is reached");
    if (!connection.overTls()) {
      out.printf(
          "! %s: 未使用 TLS，往來的內容在途中沒有加密；只可用於本機測試"
              + " no TLS, nothing is encrypted on the way; for tests on this machine only%n",
          CheckStep.ADDRESS.label());
    }
  }

  private void grant(PrintWriter out, HubStatus status) {
    ConfFile module = connection.module();
    if (module == null) {
      return;
    }
    String number = module.get("application");
    HubStatus.ApplicationStatus application =
        status.applications().stream()
            .filter(each -> each.applicationNo().equals(number))
            .findFirst()
            .orElseThrow(() -> unusable(number, List.of(GrantFault.notListed(status))));
    if (!application.addressAllowed()) {
      throw new HubCallException(
          Failure.ADDRESS_NOT_GRANTED, number, String.valueOf(status.callerAddress()));
    }
    List<GrantFault> faults = GrantFault.of(application, granted(module), LocalDate.now(TAIPEI));
    if (!faults.isEmpty()) {
      throw unusable(number, faults);
    }
    good(
        out,
        CheckStep.GRANT,
        "%s %s – %s，今日尚可呼叫 %d 次 calls left"
            .formatted(number, application.from(), application.to(), application.callsLeft()));
  }

  private static HubCallException unusable(String number, List<GrantFault> faults) {
    return new HubCallException(Failure.GRANT_UNUSABLE, number, faults);
  }

  /** What the module says was granted; the simulator's connection stands one folder below. */
  private static List<String> granted(ConfFile module) {
    boolean simulated = module.folder().endsWith("simulator");
    return new GrantConf(simulated ? module.folder().resolveSibling("") : module.folder())
        .services();
  }

  private static void good(PrintWriter out, CheckStep step, String what) {
    out.printf("✓ %s: %s%n", step.label(), TerminalText.shown(what));
    out.flush();
  }
}
