package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private static HubStatus status(HubClient client, PrintWriter out) {
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

  private static void reached(PrintWriter out) {
    good(out, CheckStep.ADDRESS, "連得到平臺 the hub is reached");
  }

  private void grant(PrintWriter out, HubStatus status) {
    ConfFile module = connection.module();
    if (module == null) {
      return;
    }
    String number = module.get("application");
    Optional<HubStatus.ApplicationStatus> found =
        status.applications().stream().filter(a -> a.applicationNo().equals(number)).findFirst();
    String fault = fault(found.orElse(null), granted(module));
    if (fault != null) {
      throw new HubCallException(Failure.GRANT_UNUSABLE, number, fault);
    }
    good(
        out,
        CheckStep.GRANT,
        found
            .map(
                a ->
                    "%s %s – %s，今日尚可呼叫 %d 次 calls left"
                        .formatted(number, a.from(), a.to(), a.callsLeft()))
            .orElse(number));
  }

  /** What the module says was granted; the simulator's connection stands one folder below. */
  private static List<String> granted(ConfFile module) {
    boolean simulated = module.folder().endsWith("simulator");
    return new GrantConf(simulated ? module.folder().resolveSibling("") : module.folder())
        .services();
  }

  private static @Nullable String fault(
      HubStatus.@Nullable ApplicationStatus application, List<String> services) {
    if (application == null) {
      return "不是此機關的申請案 no application of this agency";
    }
    LocalDate today = LocalDate.now(TAIPEI);
    List<String> faults = new ArrayList<>();
    if (!application.status().equals("ACTIVE")) {
      faults.add("狀態 status " + application.status());
    }
    if (today.isBefore(application.from()) || today.isAfter(application.to())) {
      faults.add("期間 period " + application.from() + " – " + application.to());
    }
    List<String> missing =
        services.stream().filter(code -> !application.services().contains(code)).toList();
    if (!missing.isEmpty()) {
      faults.add("不可用的服務 services that cannot be called: " + String.join(" ", missing));
    }
    if (application.callsLeft() == 0 || application.rowsLeft() == 0) {
      faults.add("今日用量已滿 nothing left of today");
    }
    return faults.isEmpty() ? null : String.join("; ", faults);
  }

  private static void good(PrintWriter out, CheckStep step, String what) {
    out.printf("✓ %s: %s%n", step.label(), TerminalText.shown(what));
    out.flush();
  }
}
