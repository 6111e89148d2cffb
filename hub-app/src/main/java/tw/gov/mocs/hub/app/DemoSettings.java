package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tw.gov.mocs.hub.demo.DemoPki;

/** The settings of the demo: everything under one folder, everything on loopback. */
public final class DemoSettings {

  private DemoSettings() {}

  /**
   * Writes {@code hub.properties} into the folder; the demo can then also be run by {@code serve}.
   *
   * @return the file
   */
  public static Path write(Path folder, DemoPki pki, Ports ports) {
    return write(folder, pki, ports, Map.of());
  }

  /** The same with some more. */
  static Path write(Path folder, DemoPki pki, Ports ports, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("hub.database.url", "jdbc:h2:file:" + folder.resolve("hub"));
    all.put("hub.source.url", new DemoRecords(folder).url());
    all.put("hub.source.user", DemoRecords.READER);
    all.put("hub.source.schema", DemoRecords.SCHEMA);
    all.put("hub.trust.accept-demo-certificates", true);
    all.put("hub.trust.roots", pki.root());
    all.put("hub.trust.intermediates", pki.intermediate());
    all.put("hub.trust.revocation[0].issuer", pki.root());
    all.put("hub.trust.revocation[0].crl", pki.rootCrl().toUri());
    all.put("hub.trust.revocation[1].issuer", pki.intermediate());
    all.put("hub.trust.revocation[1].crl", pki.intermediateCrl().toUri());
    all.put("hub.audit.node", "demo");
    all.put("hub.audit.checkpoint-certificate", pki.checkpoint().certificate());
    all.put("hub.audit.checkpoint-key", pki.checkpoint().key());
    all.put("hub.audit.checkpoint-file", folder.resolve("checkpoints.txt"));
    all.put("hub.audit.identity-hash-keys[0].id", "demo");
    all.put("hub.audit.identity-hash-keys[0].file", pki.identityHashKey());
    all.put("hub.audit.evidence-keys[0].id", "demo");
    all.put("hub.audit.evidence-keys[0].file", pki.evidenceKey());
    all.put("hub.retention.folder", folder.resolve("archive"));
    all.put("hub.receipt.certificate", pki.receipt().certificate());
    all.put("hub.receipt.key", pki.receipt().key());
    all.put("hub.application.handshake-signature", true);
    all.put("hub.exchange.token-key", pki.tokenKey());
    all.put("hub.file.folder", folder.resolve("files"));
    all.put("hub.delivery.folder", folder.resolve("deliveries"));
    all.put("hub.delivery.certificate", pki.delivery().certificate());
    all.put("hub.delivery.key", pki.delivery().key());
    all.put("hub.ws.port", ports.soap());
    all.put("hub.ws.plain-http", true);
    all.put("hub.ws.plain-http-port", ports.soapHttp());
    all.put("hub.ws.tls-certificate", pki.tls().certificate());
    all.put("hub.ws.tls-key", pki.tls().key());
    all.put("hub.ws.signing-certificate", pki.hub().certificate());
    all.put("hub.ws.signing-key", pki.hub().key());
    all.put("hub.integration.tls-authorities", pki.root());
    all.put("hub.ws.spool-folder", folder.resolve("spool"));
    all.put("hub.web.port", ports.portal());
    all.put("hub.web.certificate-port", ports.portalCertificate());
    all.put("hub.web.tls-certificate", pki.tls().certificate());
    all.put("hub.web.tls-key", pki.tls().key());
    all.putAll(more);
    return save(folder.resolve("hub.properties"), all);
  }

  /** Writes a properties file, in the order of the map. */
  static Path save(Path file, Map<String, Object> values) {
    String text =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ports of the demo; 0 takes a free one. */
  public record Ports(int portal, int portalCertificate, int soap, int soapHttp) {

    private static final int LOWEST = 20_000;

    /** Where Linux begins with them; other systems begin higher. */
    private static final int EPHEMERAL = 32_768;

    /**
     * Four ports that are free now, and not of those that the system gives to whoever connects
     * somewhere: so they still are when the demo is started again, or its sandbox later.
     */
    public static Ports free() {
      int[] ports = free(4);
      return new Ports(ports[0], ports[1], ports[2], ports[3]);
    }

    static int[] free(int count) {
      return ThreadLocalRandom.current()
          .ints(LOWEST, EPHEMERAL)
          .distinct()
          .filter(Ports::isFree)
          .limit(count)
          .toArray();
    }

    private static boolean isFree(int port) {
      try (ServerSocket socket = socket(port)) {
        return socket.isBound();
      } catch (IOException e) {
        return false;
      }
    }

    /** Says which port is taken before any work is done. */
    void requireFree() {
      for (int port : new int[] {portal, portalCertificate, soap, soapHttp}) {
        requireFree(port);
      }
    }

    static void requireFree(int port) {
      try (ServerSocket socket = socket(port)) {
        socket.getLocalPort();
      } catch (IOException e) {
        throw taken(port);
      }
    }

    static UncheckedIOException taken(int port) {
      String text = port + " of 127.0.0.1; choose another or --free-ports";
      return new UncheckedIOException(new BindException(text));
    }

    private static ServerSocket socket(int port) throws IOException {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
  }
}
