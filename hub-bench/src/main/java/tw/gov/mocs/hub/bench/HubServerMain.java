package tw.gov.mocs.hub.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Role;
import tw.gov.mocs.hub.app.Settings;

/** The complete hub, role ws, as {@code hub serve ws} runs it. */
final class HubServerMain {

  private HubServerMain() {}

  /**
   * @param arguments the file with its settings
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    ConfigurableEnvironment settings = Settings.of(Path.of(arguments[0]), Map.of());
    try (HubProcess hub = HubProcess.core(settings).serve(EnumSet.of(Role.WS))) {
      Peer.ready(Integer.parseInt(settings.getRequiredProperty("hub.ws.plain-http-port")));
      Peer.awaitEnd();
    }
  }
}
