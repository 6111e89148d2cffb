package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.XMLConstants;
import javax.xml.validation.SchemaFactory;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;

/** The endpoint, started on free ports with a {@link FakeHub} behind it. */
final class RunningEndpoint implements AutoCloseable {

  final FakeHub hub;
  final URI https;
  final Path folder;
  private final ServletWebServerApplicationContext context;
  final HttpClient client;

  /** What it answered. */
  record Reply(int status, String contentType, String body, Document document) {

    String code() {
      Element code = SignedMessage.element(document, Names.EXCHANGE, "code");
      return code == null ? "none: " + body : code.getTextContent();
    }

    boolean signed() {
      return SignedMessage.element(document, Names.DS, "Signature") != null;
    }

    String text(String element) {
      return SignedMessage.element(document, Names.EXCHANGE, element).getTextContent();
    }
  }

  static RunningEndpoint start(String... more) {
    try {
      Path folder = Files.createTempDirectory("ws");
      write(folder.resolve("hub.crt"), Identity.HUB.certificate());
      write(folder.resolve("hub.key"), Identity.HUB.key());
      List<String> settings =
          new ArrayList<>(
              List.of(
                  "hub.ws.port=0",
                  "hub.ws.tls-certificate=" + folder.resolve("hub.crt"),
                  "hub.ws.tls-key=" + folder.resolve("hub.key"),
                  "hub.ws.signing-certificate=" + folder.resolve("hub.crt"),
                  "hub.ws.signing-key=" + folder.resolve("hub.key"),
                  "hub.ws.spool-folder=" + folder.resolve("spool")));
      settings.addAll(List.of(more));
      return new RunningEndpoint(folder, settings);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private RunningEndpoint(Path folder, List<String> settings) throws Exception {
    this.folder = folder;
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Setup.class)
                .properties(settings.toArray(String[]::new))
                .registerShutdownHook(false)
                .run();
    hub = context.getBean(FakeHub.class);
    https =
        URI.create(
            "https://localhost:" + requireNonNull(context.getWebServer()).getPort() + "/exchange");
    client = HttpClient.newBuilder().sslContext(trusting()).build();
  }

  static void write(Path file, Object pem) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(pem);
    }
    Files.writeString(file, text.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
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
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Verifies an answer with plain WSS4J; the names of what its signature covers. */
  static List<String> verified(Document answer) {
    return verified(answer, Identity.HUB);
  }

  static List<String> verified(Document answer, Identity signer) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("hub", signer.certificate());
      Merlin crypto = new Merlin();
      crypto.setTrustStore(store);
      crypto.setKeyStore(store);
      List<WSSecurityEngineResult> signatures =
          new WSSecurityEngine()
              .processSecurityHeader(answer, null, null, crypto)
              .getActionResults()
              .get(WSConstants.SIGN);
      @SuppressWarnings("unchecked")
      List<WSDataRef> refs =
          (List<WSDataRef>)
              requireNonNull(signatures).get(0).get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
      return requireNonNull(refs).stream()
          .map(ref -> ref.getName().getLocalPart())
          .sorted()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** The fake behind the endpoint. */
  @Configuration(proxyBeanMethods = false)
  @Import(EndpointConfiguration.class)
  static class Setup {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    FakeHub hub() {
      return new FakeHub();
    }

    @Bean
    Supplier<Publication> publications() throws Exception {
      SortedMap<ServiceCode, ExchangeService> services = new TreeMap<>();
      for (ExchangeService service :
          List.of(
              service("SQ_TA_001", ServiceStatus.OPEN, false),
              service("SQ_TA_002", ServiceStatus.OPEN, true),
              service("SQ_TA_003", ServiceStatus.CLOSED, false))) {
        services.put(service.code(), service);
      }
      Publication publication =
          new Publication(
              services,
              SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                  .newSchema(Setup.class.getResource("exchange.xsd")),
              Map.of("wsdl", Publication.Document.of("<definitions/>")));
      return () -> publication;
    }

    private static ExchangeService service(String code, ServiceStatus status, boolean keep) {
      return new ExchangeService(
          new ServiceCode(code),
          1,
          "服務",
          "Service",
          "TA",
          "",
          status,
          "closed for a test",
          new ExchangeTable("T", "表", "Table", null, "ID", List.of()),
          List.of(),
          null,
          keep,
          false);
    }
  }
}
