package tw.gov.mocs.hub.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Gives the portal its two connectors: one for everybody, one that asks for a certificate. */
final class PortalServer implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  /** Name of the connector that asks for a client certificate. */
  static final String CERTIFICATE_CONNECTOR = "certificate";

  private final WebSettings settings;

  PortalServer(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.setPort(settings.port());
    factory.addServerCustomizers(
        server ->
            server.setConnectors(
                new ServerConnector[] {
                  connector(server, "portal", settings.port(), false),
                  connector(server, CERTIFICATE_CONNECTOR, settings.certificatePort(), true)
                }));
  }

  private ServerConnector connector(Server server, String name, int port, boolean certificate) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(tls(certificate), HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    connector.setName(name);
    connector.setHost(settings.host());
    connector.setPort(port);
    connector.setIdleTimeout(30_000);
    return connector;
  }

  private SslContextFactory.Server tls(boolean certificate) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(KeyFiles.keyStore(settings.tlsCertificate(), settings.tlsKey()));
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    if (certificate) {
      // Wanted, never needed: a refusal must be a readable page, not a broken connection.
      tls.setWantClientAuth(true);
      tls.setTrustAll(true);
      // A saved TLS session would log in without the card.
      tls.setSslSessionTimeout(1);
    }
    return tls;
  }
}
