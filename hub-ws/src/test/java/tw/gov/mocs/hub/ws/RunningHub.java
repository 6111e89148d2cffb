package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The whole hub as it runs in production, on free ports: endpoint and core, an embedded database,
 * sample records, agencies, and a grant of every service to agency A.
 */
final class RunningHub implements AutoCloseable {

  static final int PERSONS = 200;

  /** Every character that needs care on its way. */
  static final String NAME = "王𠮷 & <乙>";

  private static final class Shared {
    static final RunningHub HUB = start();
  }

  private final ConfigurableApplicationContext core;
  private final boolean coreIsOwn;
  private final ServletWebServerApplicationContext edge;
  final Path folder;
  final URI https;
  final HttpClient client;
  final ShiftedClock clock;
  final HubLog log;
  final JdbcTemplate jdbc;
  final Ministry ministry;

  /** The one that all tests of this JVM share: make grants of your own, and leave time alone. */
  static RunningHub shared() {
    return Shared.HUB;
  }

  /** One of one's own, to be closed; settings as {@code name=value}. */
  static RunningHub start(String... more) {
    try {
      Path folder = Files.createTempDirectory("hub-ws");
      Map<String, String> settings = settings(folder, more);
      return new RunningHub(
          TestCore.start(TestDatabase.H2, settings, TestClock.class), true, folder, settings);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settings(Path folder, String... more) {
    Map<String, String> settings = new HashMap<>(HubFiles.write(folder));
    for (String each : more) {
      int equals = each.indexOf('=');
      settings.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return settings;
  }

  private RunningHub(
      ConfigurableApplicationContext core,
      boolean coreIsOwn,
      Path folder,
      Map<String, String> settings)
      throws Exception {
    this.core = core;
    this.coreIsOwn = coreIsOwn;
    this.folder = folder;
    clock = core.getBean(ShiftedClock.class);
    jdbc = new JdbcTemplate(core.getBean("hubDataSource", DataSource.class));
    log = new HubLog(jdbc);
    ministry = new Ministry(core, clock);
    if (coreIsOwn) {
      fill();
    }
    edge =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(WsConfiguration.class)
                .parent(core)
                .properties(new HashMap<String, Object>(settings))
                .registerShutdownHook(false)
                .run();
    https =
        URI.create(
            "https://localhost:" + requireNonNull(edge.getWebServer()).getPort() + "/exchange");
    client = HttpClient.newBuilder().sslContext(trusting()).build();
  }

  private void fill() throws SQLException {
    SampleRecords.load(
        requireNonNull(jdbc.getDataSource()), "PERSONNEL", PERSONS, RocDate.dayOf(clock.instant()));
    jdbc.update(
        "UPDATE PERSONNEL.TA_QUALIFICATION_REVIEW SET FULL_NAME = ? WHERE ID_NO = ?",
        NAME,
        RequestXml.PERSON);
    ministry.register();
    ministry.grant(ministry.draft().everyService());
  }

  /**
   * Returns when all that was refused until now is counted in the database: the queue is in order.
   */
  void settle() {
    long before = log.strangers(ErrorCode.NOT_FOUND);
    core.getBean(AuditLog.class)
        .countRefusal(ErrorCode.NOT_FOUND, InetAddress.getLoopbackAddress(), null, "a mark");
    Eventually.holds(() -> assertThat(log.strangers(ErrorCode.NOT_FOUND)).isGreaterThan(before));
  }

  /** A further endpoint before the same core, to be closed. */
  RunningHub withEdge(String... more) {
    try {
      Path other = Files.createTempDirectory("hub-ws");
      return new RunningHub(core, false, other, settings(other, more));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets tests move the time. */
  @Configuration(proxyBeanMethods = false)
  static class TestClock {
    @Bean
    @Primary
    ShiftedClock shiftedClock() {
      return new ShiftedClock();
    }
  }

  static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("hub", Identity.HUB.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  <T> T get(Class<T> type) {
    return core.getBean(type);
  }

  Reply send(RequestXml request) {
    return send(new SignedMessage().payload(request.xml()));
  }

  Reply send(SignedMessage message) {
    return send(message.version(), message.sign());
  }

  Reply send(String soap11) {
    return send(SoapVersion.V11, soap11);
  }

  Reply send(SoapVersion version, String message) {
    return post(message, "Content-Type", version.contentType());
  }

  Reply post(String message, String... headers) {
    return exchange(
        HttpRequest.newBuilder(https)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.getBytes(StandardCharsets.UTF_8)))
            .headers(headers)
            .build());
  }

  Reply exchange(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(
          response.statusCode(),
          type,
          response.body(),
          SignedMessage.parse(response.body().isEmpty() ? "<empty/>" : response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    edge.close();
    if (coreIsOwn) {
      core.close();
    }
  }
}
