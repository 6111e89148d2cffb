package tw.gov.mocs.hub.client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The integration module (介接模組) that a command belongs to, if it does. */
final class ModuleOptions {

  @Option(
      names = "--connection",
      paramLabel = "FILE",
      description = "connection.conf of an integration module (default: the one beside this jar)")
  private @Nullable Path connection;

  @Option(
      names = "--simulator",
      description = "接受模擬器的合成資料 the module's simulator is meant, whose rows are not real")
  private boolean simulator;

  @Option(
      names = "--sandbox",
      description = "接受測試環境的合成資料 the ministry's sandbox is meant, whose rows are not real")
  private boolean sandbox;

  /** Who is believed in place of the hub, and nobody else then; null for the hub. */
  @Nullable X500Principal instead() {
    if (simulator) {
      return HubTrust.SIMULATOR;
    }
    return sandbox ? HubTrust.SANDBOX : null;
  }

  /** Its connection, or its simulator's; null without a module. */
  @Nullable ConfFile connection() {
    Path file = connection == null ? besideThisJar() : connection;
    if (file == null) {
      return null;
    }
    // Somebody may name the simulator's own file.
    boolean its = simulator && connection == null;
    return new ConfFile(its ? file.resolveSibling(SimulatorFiles.CONNECTION) : file);
  }

  /** The file in a module's folder from which this very program runs. */
  private static @Nullable Path besideThisJar() {
    CodeSource source = ModuleOptions.class.getProtectionDomain().getCodeSource();
    URI location = source == null ? null : URI.create(source.getLocation().toString());
    if (location == null || !"file".equals(location.getScheme())) {
      return null;
    }
    Path beside = Path.of(location).resolveSibling("connection.conf");
    return Files.exists(beside) ? beside : null;
  }
}
