package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import tw.gov.mocs.hub.sandbox.SandboxPki;
import tw.gov.mocs.hub.sandbox.SandboxSettings;
import tw.gov.mocs.hub.shared.OwnerOnly;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The folder of a sandbox: keys and records, made at its first start, and the settings that name
 * them. Its own file tells addresses and limits alone.
 */
final class SandboxFiles {

  private static final String MARK = "sandbox-folder";
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");
  private static final List<String> ADDRESSES =
      List.of("hub.ws.public-url", "hub.web.public-url", "hub.web.certificate-url");

  private final Path file;
  private final Path folder;
  private final ConfigurableEnvironment given;
  private final DemoRecords records;

  /**
   * Of the sandbox that this file describes.
   *
   * @throws FaultySettings if it describes none, or names what a sandbox makes itself
   */
  SandboxFiles(Path file) {
    this.file = file;
    this.given = Settings.of(file, Map.of());
    SandboxFaults.require(given);
    SandboxSettings settings = Binder.get(given).bindOrCreate("hub.sandbox", SandboxSettings.class);
    this.folder = Objects.requireNonNull(settings.folder()).toAbsolutePath().normalize();
    this.records = new DemoRecords(folder, settings.persons());
  }

  /** All settings, free of faults for these roles; what is not there yet is made. */
  ConfigurableEnvironment environment(Set<Role> roles) {
    create();
    Clock clock = Clock.systemUTC();
    if (!records.areThere()) {
      records.startMaking(RocDate.dayOf(clock.instant()));
      records.await();
    }
    SandboxPki pki = SandboxPki.make(folder.resolve("pki"), hosts(), clock);
    ConfigurableEnvironment all = Settings.of(file, own(pki));
    Map<String, Object> unlessGiven = new HashMap<>(unlessGiven(pki));
    all.getPropertySources().addLast(new MapPropertySource("sandbox", unlessGiven));
    FaultySettings.requireNone(SettingsFaults.of(all, roles));
    return all;
  }

  /** What is a sandbox's own, whatever its file says. */
  private Map<String, String> own(SandboxPki pki) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("hub.database.url", "jdbc:h2:file:" + folder.resolve("hub"));
    all.put("hub.database.sandbox", true);
    all.put("hub.source.url", records.url());
    all.put("hub.source.user", DemoRecords.READER);
    all.put("hub.source.schema", DemoRecords.SCHEMA);
    all.put("hub.trust.accept-demo-certificates", true);
    all.put("hub.trust.roots", pki.authority());
    all.put("hub.trust.revocation[0].issuer", pki.authority());
    all.put("hub.trust.revocation[0].crl", pki.revocationList().toUri());
    all.put("hub.audit.node", "sandbox");
    all.put("hub.audit.checkpoint-certificate", pki.certificate("checkpoint"));
    all.put("hub.audit.checkpoint-key", pki.key("checkpoint"));
    all.put("hub.audit.checkpoint-file", folder.resolve("checkpoints.txt"));
    all.put("hub.audit.identity-hash-keys[0].id", "sandbox");
    all.put("hub.audit.identity-hash-keys[0].file", pki.key("identity-hash"));
    all.put("hub.audit.evidence-keys[0].id", "sandbox");
    all.put("hub.audit.evidence-keys[0].file", pki.key("evidence"));
    all.put("hub.receipt.certificate", pki.certificate("receipt"));
    all.put("hub.receipt.key", pki.key("receipt"));
    all.put("hub.exchange.token-key", pki.key("token"));
    all.put("hub.file.folder", folder.resolve("files"));
    all.put("hub.delivery.folder", folder.resolve("deliveries"));
    all.put("hub.delivery.certificate", pki.certificate("delivery"));
    all.put("hub.delivery.key", pki.key("delivery"));
    all.put("hub.ws.signing-certificate", pki.certificate("hub"));
    all.put("hub.ws.signing-key", pki.key("hub"));
    all.put("hub.ws.spool-folder", folder.resolve("spool"));
    return texts(all);
  }

  /** Ports beside those of a hub, and a server's certificate for who has no better one. */
  private Map<String, String> unlessGiven(SandboxPki pki) {
    Map<String, Object> all = new HashMap<>();
    all.put("hub.web.port", 9443);
    all.put("hub.web.certificate-port", 9444);
    all.put("hub.ws.port", 9445);
    for (String edge : List.of("hub.ws", "hub.web")) {
      if (!given.containsProperty(edge + ".tls-certificate")) {
        all.put(edge + ".tls-certificate", pki.certificate("tls"));
        all.put(edge + ".tls-key", pki.key("tls"));
      }
    }
    if (!given.containsProperty("hub.ws.tls-certificate")) {
      all.put("hub.integration.tls-authorities", pki.authority());
    }
    return texts(all);
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  /** Under which names its server is called. */
  private List<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    ADDRESSES.stream()
        .flatMap(name -> Stream.ofNullable(given.getProperty(name, URI.class)))
        .flatMap(address -> Stream.ofNullable(address.getHost()))
        .map(host -> host.replaceAll("[\\[\\]]", ""))
        .forEach(hosts::add);
    hosts.addAll(LOCAL);
    return List.copyOf(hosts);
  }

  /** Nothing is made in a folder that holds something else: a hub's keys would be replaced. */
  private void create() {
    try {
      OwnerOnly.makeFolder(folder);
      if (Files.exists(folder.resolve(MARK))) {
        return;
      }
      if (PathUtils.isEmptyDirectory(folder)) {
        Files.createFile(folder.resolve(MARK));
        return;
      }
      throw new FaultySettings(
          List.of("hub.sandbox.folder: 資料夾不是空的，也不屬於測試環境 · is not empty and belongs to no sandbox"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
