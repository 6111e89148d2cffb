package tw.gov.mocs.hub.ws;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import tw.gov.mocs.hub.exchange.Backlogs;
import tw.gov.mocs.hub.shared.KeyFiles;

/** The web server of the endpoint: its connectors, threads and limits. */
final class SoapServer {

  private static final Logger LOG = LoggerFactory.getLogger(SoapServer.class);
  private static final int SELECTORS_AND_ACCEPTORS = 8;

  private final WsSettings settings;
  private final CallerAddress addresses;
  private final BusyFault busy;
  private final @Nullable Backlogs backlogs;
  private final ConnectionsPerAddress perAddress;

  SoapServer(
      WsSettings settings, CallerAddress addresses, BusyFault busy, @Nullable Backlogs backlogs) {
    this.settings = settings;
    this.addresses = addresses;
    this.busy = busy;
    this.backlogs = backlogs;
    this.perAddress =
        new ConnectionsPerAddress(settings.http().maxConnectionsPerAddress(), addresses::isProxy);
  }

  /** A factory that makes it. */
  JettyServletWebServerFactory factory() {
    int threads = settings.http().threads() + SELECTORS_AND_ACCEPTORS;
    QueuedThreadPool pool = new QueuedThreadPool(threads, Math.min(threads, 16));
    pool.setName("soap");
    JettyServletWebServerFactory factory = new JettyServletWebServerFactory(settings.port());
    factory.setThreadPool(pool);
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setRegisterDefaultServlet(false);
    factory.addServerCustomizers(server -> customize(server, pool));
    return factory;
  }

  private void customize(Server server, QueuedThreadPool pool) {
    WholeBodyHandler bodies =
        new WholeBodyHandler(server.getHandler(), settings.http(), pool, busy, addresses);
    HeaderTime headers = new HeaderTime(bodies, settings.http().messageTime());
    List<ServerConnector> connectors = new ArrayList<>();
    connectors.add(connector(server, true));
    if (settings.plainHttp()) {
      LOG.warn(
          "plain HTTP is served on {}:{}; for demonstrations only",
          settings.host(),
          settings.plainHttpPort());
      connectors.add(connector(server, false));
    }
    // The handler is started as such.
    connectors.forEach(connector -> connector.addBean(headers, false));
    server.setConnectors(connectors.toArray(Connector[]::new));
    server.addBean(
        new NetworkConnectionLimit(
            settings.http().maxConnections(), connectors.toArray(Connector[]::new)));
    silence(server);
    server.setHandler(headers);
    if (backlogs != null) {
      backlogs.add("calls", settings.http().queue(), bodies::waiting);
    }
  }

  /** What Jetty itself refuses is answered by a status only: its pages show what stands inside. */
  private static void silence(Server server) {
    Request.Handler silent =
        (request, response, callback) -> {
          response.write(true, null, callback);
          return true;
        };
    server.setErrorHandler(silent);
    ServletContextHandler context = server.getDescendant(ServletContextHandler.class);
    // Spring sets its own while the context starts.
    context.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarted(LifeCycle started) {
            context.setErrorHandler(silent);
          }
        });
  }

  private ServerConnector connector(Server server, boolean secure) {
    HttpConnectionFactory http = new HttpConnectionFactory(http(secure));
    List<ConnectionFactory> factories = new ArrayList<>();
    if (secure) {
      factories.add(new SslConnectionFactory(tls(), HttpVersion.HTTP_1_1.asString()));
    }
    factories.add(http);
    if (settings.proxyProtocol()) {
      factories.add(0, new ProxyConnectionFactory(factories.get(0).getProtocol()));
    }
    ServerConnector connector = new Door(server, factories.toArray(ConnectionFactory[]::new));
    connector.setName(secure ? "soap" : "soap-plain");
    connector.setHost(settings.host());
    connector.setPort(secure ? settings.port() : settings.plainHttpPort());
    connector.setIdleTimeout(settings.http().idleTime().toMillis());
    connector.setAcceptQueueSize(settings.http().maxConnections());
    connector.addBean(perAddress);
    return connector;
  }

  private static HttpConfiguration http(boolean secure) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(16 * 1024);
    if (secure) {
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    return http;
  }

  private SslContextFactory.Server tls() {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(KeyFiles.keyStore(settings.tlsCertificate(), settings.tlsKey()));
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return tls;
  }

  /**
   * A connector that takes no more than its share from an address and, when each connection begins
   * with a PROXY line, listed proxies only.
   */
  private final class Door extends ServerConnector {

    Door(Server server, ConnectionFactory... factories) {
      super(server, 1, 1, factories);
    }

    @Override
    protected void configure(Socket socket) {
      super.configure(socket);
      if (settings.proxyProtocol() && !addresses.isProxy(socket.getInetAddress())) {
        LOG.warn("a connection from {}, which is no listed proxy", socket.getInetAddress());
        IO.close(socket);
      } else if (perAddress.isFull(socket.getInetAddress())) {
        LOG.debug("too many connections from {}", socket.getInetAddress());
        IO.close(socket);
      }
    }
  }
}
