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
import tw.gov.mocs.hub.catalogue.FoundColumn;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableImport;

/** Compares the source with what is registered of it, before it breaks a call. */
@Command(
    name = "check-source",
    description = {
      "Compare every registered table with the source; no row is read.",
      "Status 0: nothing harms a service. Status 1: a column is missing or retyped, or a key lost."
    },
    mixinStandardHelpOptions = true)
final class CheckSourceCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (HubProcess hub = HubProcess.command(config.environment())) {
      List<TableDrift> drifts = hub.get(TableImport.class).drifts();
      CatalogueUse use = hub.get(CatalogueRegister.class).use();
      PrintWriter out = spec.commandLine().getOut();
      drifts.forEach(drift -> print(drift, use, out));
      long harmed = drifts.stream().filter(TableDrift::harms).count();
      out.printf("%d tables compared, %d of them harm a service.%n", drifts.size(), harmed);
      return harmed == 0 ? 0 : 1;
    }
  }

  private static void print(TableDrift drift, CatalogueUse use, PrintWriter out) {
    drift.missing().forEach(column -> line(drift, "MISSING", column, out));
    drift.retyped().forEach(column -> line(drift, "RETYPED", typed(column), out));
    drift.added().forEach(column -> line(drift, "new", typed(column), out));
    drift.lostKeys().forEach(key -> line(drift, "KEY LOST", key, out));
    use.harmedBy(drift).forEach(service -> line(drift, "harms", service.code().value(), out));
  }

  private static String typed(FoundColumn column) {
    return column.name() + " " + column.written();
  }

  private static void line(TableDrift drift, String what, String which, PrintWriter out) {
    out.printf("%s: %s %s%n", drift.table(), what, which);
  }
}
