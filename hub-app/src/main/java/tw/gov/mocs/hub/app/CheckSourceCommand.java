package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueUse;
import tw.gov.mocs.hub.catalogue.CatalogueUse.Harmed;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableDrifts;

/** Compares the source with what is registered of it, before it breaks a call. */
@Command(
    name = "check-source",
    description = {
      "Compare every registered table with the source; no row is read.",
      "Status 0: no call fails by it. Status 1: calls fail or may fail, because a column is missing"
          + " or retyped, or a key lost."
    },
    mixinStandardHelpOptions = true)
final class CheckSourceCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      List<TableDrift> drifts = hub.get(TableDrifts.class).compare();
      CatalogueUse use = hub.get(CatalogueRegister.class).use();
      PrintWriter out = spec.commandLine().getOut();
      drifts.forEach(drift -> print(drift, use, out));
      long failing = drifts.stream().filter(drift -> use.harm(drift) == Harm.FAILS).count();
      long doubtful = drifts.stream().filter(drift -> use.harm(drift) == Harm.MAY_FAIL).count();
      out.printf(
          "已比對 %1$d 個資料表：%2$d 個使呼叫失敗，%3$d 個可能使呼叫失敗。"
              + " %1$d tables compared: %2$d fail calls, %3$d may fail calls.%n",
          drifts.size(), failing, doubtful);
      return failing + doubtful == 0 ? 0 : 1;
    }
  }

  private static void print(TableDrift drift, CatalogueUse use, PrintWriter out) {
    drift.missing().forEach(column -> line(drift, "來源已無此欄位 MISSING", column, out));
    drift.retyped().forEach(one -> line(drift, "型別已變更 RETYPED", typed(one), out));
    drift.added().forEach(one -> line(drift, "新欄位 new", one.name() + " " + one.shape(), out));
    drift.lostKeys().forEach(key -> line(drift, "鍵不再唯一或可為空值 KEY LOST", key, out));
    for (Harmed one : use.harmedBy(drift)) {
      boolean fails = one.harm() == Harm.FAILS;
      String what = fails ? "呼叫失敗 CALLS FAIL" : "呼叫可能失敗 calls may fail";
      line(drift, what, one.service().code().value(), out);
    }
  }

  private static String typed(TableDrift.Retyped one) {
    return "%s %s: %s → %s"
        .formatted(
            one.column().name(), one.field().xmlName(), one.field().shape(), one.column().shape());
  }

  private static void line(TableDrift drift, String what, String which, PrintWriter out) {
    out.printf("%s: %s %s%n", drift.table(), what, which);
  }
}
