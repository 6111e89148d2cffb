package tw.gov.mocs.hub.app;

import tw.gov.mocs.hub.web.WebConfiguration;
import tw.gov.mocs.hub.ws.WsConfiguration;

/** What one process of the hub does; with a server database the roles may run apart. */
public enum Role {
  /** Agencies' systems call it. */
  WS(WsConfiguration.class),
  /** People open it in a browser. */
  WEB(WebConfiguration.class);

  private final Class<?> configuration;

  Role(Class<?> configuration) {
    this.configuration = configuration;
  }

  Class<?> configuration() {
    return configuration;
  }
}
