package tw.gov.mocs.hub.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import tw.gov.mocs.hub.CoreConfiguration;
import tw.gov.mocs.hub.shared.NativeCrypto;
import tw.gov.mocs.hub.ws.WsSettings;

/** The running hub: one core, and a web server for each role beside it. */
public final class HubProcess implements AutoCloseable {

  private final ConfigurableApplicationContext core;
  private final Map<Role, ConfigurableApplicationContext> edges = new EnumMap<>(Role.class);

  private HubProcess(ConfigurableApplicationContext core) {
    this.core = core;
  }

  /** Starts the core alone, as the operator's commands need it. */
  public static HubProcess core(ConfigurableEnvironment environment, Class<?>... more) {
    // Before any key is read: a key belongs to the provider that made it.
    NativeCrypto.install();
    nameTheEndpoint(environment);
    return new HubProcess(
        new SpringApplicationBuilder(CoreConfiguration.class)
            .sources(more)
            .environment(environment)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .run());
  }

  /** Portal and modules name the endpoint as contracts do, unless the settings say otherwise. */
  private static void nameTheEndpoint(ConfigurableEnvironment environment) {
    WsSettings endpoint = Binder.get(environment).bindOrCreate("hub.ws", WsSettings.class);
    Map<String, Object> named = new HashMap<>();
    named.put("hub.web.soap-url", endpoint.address());
    named.put("hub.integration.endpoint", endpoint.address());
    if (endpoint.signingCertificate() != null) {
      named.put("hub.integration.signing-certificate", endpoint.signingCertificate());
    }
    environment.getPropertySources().addLast(new MapPropertySource("endpoint", named));
  }

  /**
   * Starts the core for one command beside the running hub: what it logs waits, for a moment, for a
   * running node to give it its place in a chain, and files are made by those that stay.
   */
  static HubProcess command(ConfigurableEnvironment environment) {
    return core(ofCommand(environment));
  }

  /** These settings, as they are for one command. */
  static ConfigurableEnvironment ofCommand(ConfigurableEnvironment environment) {
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "command", Map.of("hub.audit.writing", false, "hub.delivery.making", false)));
    return environment;
  }

  /** Starts the edges of these roles; what was started is closed again when one fails. */
  public HubProcess serve(Set<Role> roles) {
    NativeCrypto.log();
    try {
      for (Role role : roles) {
        edges.put(role, edge(role));
      }
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private ConfigurableApplicationContext edge(Role role) {
    return new SpringApplicationBuilder(role.configuration())
        .parent(core)
        .environment(Settings.copyOf(core.getEnvironment()))
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run();
  }

  /** A bean of the core. */
  public <T> T get(Class<T> type) {
    return core.getBean(type);
  }

  /** A named bean of the core. */
  public <T> T get(String name, Class<T> type) {
    return core.getBean(name, type);
  }

  /** The web server of a role that was started. */
  ConfigurableApplicationContext edgeOf(Role role) {
    ConfigurableApplicationContext edge = edges.get(role);
    if (edge == null) {
      throw new IllegalStateException(role + " was not started");
    }
    return edge;
  }

  /** Stops taking calls, lets the running ones end, writes the last checkpoint, and ends. */
  @Override
  public void close() {
    List<ConfigurableApplicationContext> all = new ArrayList<>(edges.values());
    all.add(core);
    all.forEach(ConfigurableApplicationContext::close);
  }
}
