package tw.gov.mocs.hub.web;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import tw.gov.mocs.hub.shared.KeyFiles;

/** Gives the portal its two connectors: one for everybody, one that asks for a certificate. */
public final class PortalServer
    implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  /** Attribute of each request that came through the connector that asks for a certificate. */
  public static final String ASKED_FOR_CERTIFICATE = PortalServer.class.getName() + ".asked";

  static {
    // A saved TLS session would log in without the card; a ticket is one that the client keeps.
    System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
  }

  private final WebSettings settings;

  /** Made when it is first needed: the server comes before the templates. */
  private final ObjectProvider<UnreadRequestPage> unread;

  private volatile @Nullable ServerConnector open;
  private volatile @Nullable ServerConnector asking;

  PortalServer(WebSettings settings, ObjectProvider<UnreadRequestPage> unread) {
    this.settings = settings;
    this.unread = unread;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.setPort(settings.port());
    factory.addServerCustomizers(
        server -> {
          ServerConnector everybody = forEverybody(server);
          ServerConnector certificate = withCertificate(server);
          open = everybody;
          asking = certificate;
          server.setErrorHandler(this::refuse);
          server.getDescendants(ServletContextHandler.class).forEach(PortalServer::setUp);
          server.setConnectors(new ServerConnector[] {everybody, certificate});
        });
  }

  /** Jetty's own pages show what stands inside; on the port for certificates stands no page. */
  private boolean refuse(Request request, Response response, Callback callback) {
    boolean said =
        request.getConnectionMetaData().getConnector() != asking
            && UnreadRequestPage.isFor(request, response);
    UnreadRequestPage page = said ? unread.getIfAvailable() : null;
    ByteBuffer content = page == null ? null : page.write(request, response).orElse(null);
    response.write(true, content, callback);
    return true;
  }

  private static void setUp(ServletContextHandler context) {
    context.setMaxFormKeys(FormSize.MOST_INPUTS);
    context.setMaxFormContentSize(FormSize.MOST_BYTES);
    // Where even the page of errors fails, Jetty's own would show the stack.
    if (context.getErrorHandler() instanceof ErrorHandler pages) {
      pages.setShowStacks(false);
      pages.setShowCauses(false);
    }
  }

  /** The port for everybody, as it was taken. */
  int port() {
    return requireNonNull(open, "the server was not made").getLocalPort();
  }

  /** The port that asks for certificates, as it was taken. */
  int certificatePort() {
    return requireNonNull(asking, "the server was not made").getLocalPort();
  }

  private ServerConnector forEverybody(Server server) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return connector(server, "portal", settings.port(), tls, http());
  }

  private ServerConnector withCertificate(Server server) {
    SslContextFactory.Server tls = new AskingForCertificate();
    // Many cards cannot sign as TLS 1.3 asks (RSA-PSS).
    tls.setIncludeProtocols("TLSv1.2");
    // Wanted, never needed: a refusal must be a readable page, not a broken connection.
    tls.setWantClientAuth(true);
    tls.setSslSessionTimeout(1);
    HttpConfiguration http = http();
    http.setPersistentConnectionsEnabled(false);
    http.addCustomizer(
        (request, headers) -> {
          request.setAttribute(ASKED_FOR_CERTIFICATE, true);
          return request;
        });
    return connector(server, "certificate", settings.certificatePort(), tls, http);
  }

  private ServerConnector connector(
      Server server, String name, int port, SslContextFactory.Server tls, HttpConfiguration http) {
    tls.setKeyStore(KeyFiles.keyStore(settings.tlsCertificate(), settings.tlsKey()));
    tls.setKeyStorePassword("");
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    connector.setName(name);
    connector.setHost(settings.host());
    connector.setPort(port);
    connector.setIdleTimeout(30_000);
    return connector;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.addCustomizer(new SecureRequestCustomizer(false));
    return http;
  }

  /**
   * {@code setTrustAll} counts only where there is no key store: without this it trusts our own.
   */
  private static final class AskingForCertificate extends SslContextFactory.Server {

    @Override
    protected TrustManager[] getTrustManagers(
        @Nullable KeyStore trusted, @Nullable Collection<? extends CRL> lists) {
      return new TrustManager[] {new AnyCertificate()};
    }
  }
}
