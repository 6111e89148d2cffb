package tw.gov.mocs.hub.app;

import tw.gov.mocs.hub.web.WebConfiguration;
import tw.gov.mocs.hub.web.WebSettings;
import tw.gov.mocs.hub.ws.WsConfiguration;
import tw.gov.mocs.hub.ws.WsSettings;

/** What one process of the hub does; with a server database the roles may run apart. */
public enum Role {
  /** Agencies' systems call it. */
  WS(WsConfiguration.class, WsSettings.class),
  /** People open it in a browser. */
  WEB(WebConfiguration.class, WebSettings.class);

  private final Class<?> configuration;
  private final Class<?> settings;

  Role(Class<?> configuration, Class<?> settings) {
    this.configuration = configuration;
    this.settings = settings;
  }

  Class<?> configuration() {
    return configuration;
  }

  /** The settings that no other role needs. */
  Class<?> settings() {
    return settings;
  }
}
