package tw.gov.mocs.hub.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Role;
import tw.gov.mocs.hub.app.Settings;

/** The complete hub, role ws, as {@code hub serve ws} runs it, or its edge alone. */
final class HubServerMain {

  private HubServerMain() {}

  /** What is said after the settings for the edge alone. */
  static final String EDGE = "edge";

  /**
   * @param arguments the file with its settings, and {@link #EDGE} or nothing
   */
  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    ConfigurableEnvironment settings = Settings.of(Path.of(arguments[0]), Map.of());
    Class<?>[] more =
        List.of(arguments).contains(EDGE) ? new Class<?>[] {EdgeAlone.class} : new Class<?>[0];
    try (HubProcess hub = HubProcess.core(settings, more).serve(EnumSet.of(Role.WS))) {
      Peer.ready(Integer.parseInt(settings.getRequiredProperty("hub.ws.plain-http-port")));
      Peer.awaitEnd();
    }
  }
}
