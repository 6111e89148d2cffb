package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.setting.OverriddenSetting;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Lists every fault of the settings that the roles need at once, and what of them does not count
 * because it was changed while the hub ran; starts nothing.
 */
@Command(
    name = "check-config",
    description = {
      "List every fault of the settings; status 0 if there is none.",
      "Then list which of them do not count, because they were changed while the hub ran."
    },
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      paramLabel = "ROLES",
      arity = "0..1",
      defaultValue = "all",
      description = "what is to be served: ws, web or all (default)")
  private Roles roles = Roles.ALL;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    // Before its faults too: who gives no file must see which one is meant.
    out.println("設定檔 · The file of the settings: " + config.file());
    ConfigurableEnvironment environment = config.environment(roles.each());
    out.printf("設定沒有錯誤 (%1$s) · The settings have no fault (%1$s).%n", roles);
    try {
      print(OverriddenSetting.of(environment), out);
    } catch (HubException e) {
      if (e.code() != ErrorCode.DATABASE_UNAVAILABLE) {
        throw e;
      }
      out.println("無法查詢資料庫，未比對執行期間變更的設定。");
      out.println(
          "The database could not be looked at: what was changed while the hub ran is not known"
              + reason(e)
              + ".");
    }
    return 0;
  }

  private static void print(List<OverriddenSetting> all, PrintWriter out) {
    if (all.isEmpty()) {
      out.println("沒有執行期間變更的設定 · No setting was changed while the hub ran.");
      return;
    }
    out.printf(
        "執行期間變更的設定 %1$d 項，不以設定檔為準 · %1$d changed while the hub ran; the file does not count:%n",
        all.size());
    for (OverriddenSetting one : all) {
      out.printf(
          "%s: %s%s (file or default: %s), since %s by %s%n",
          one.name(),
          one.storedValue(),
          one.fits() ? "" : " DOES NOT FIT AND IS LEFT OUT",
          one.fileValue(),
          one.since(),
          one.by());
    }
  }

  /** Its code alone: the text of a driver may hold the address with a password. */
  private static String reason(Throwable failure) {
    Optional<String> open = DatabaseFailures.fileOpenElsewhere(failure);
    if (open.isPresent()) {
      return " (the embedded database is open in another process: " + open.get() + ")";
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return " (SQLSTATE " + sql.getSQLState() + ")";
      }
    }
    return "";
  }
}
