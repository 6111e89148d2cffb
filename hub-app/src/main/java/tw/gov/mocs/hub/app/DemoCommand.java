package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.client.CallCommand;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.OcspResponder;
import tw.gov.mocs.hub.shared.NativeCrypto;
import tw.gov.mocs.hub.shared.OwnerOnly;
import tw.gov.mocs.hub.shared.RocDate;

/** Makes a demo under one folder, runs it, and shows a first call. */
@Command(
    name = "demo",
    description = "Make a demo, run it, make a first signed call.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--folder",
      defaultValue = "${sys:project.home:-.}/var/demo",
      description = "where everything of the demo stands (default ${DEFAULT-VALUE})")
  private Path folder;

  @Option(names = "--once", description = "end after the call; status 0 only if it was answered")
  private boolean once;

  @Option(names = "--portal-port", defaultValue = "8443", description = "default ${DEFAULT-VALUE}")
  private int portalPort;

  @Option(
      names = "--certificate-port",
      defaultValue = "8444",
      description = "the portal, with a client certificate; default ${DEFAULT-VALUE}")
  private int certificatePort;

  @Option(names = "--soap-port", defaultValue = "8445", description = "default ${DEFAULT-VALUE}")
  private int soapPort;

  @Option(
      names = "--soap-http-port",
      defaultValue = "8446",
      description = "plain HTTP, loopback only; default ${DEFAULT-VALUE}")
  private int soapHttpPort;

  @Option(
      names = "--ocsp-port",
      defaultValue = "8447",
      description = "the demo's OCSP responder, loopback only; default ${DEFAULT-VALUE}")
  private int ocspPort;

  @Option(
      names = "--sandbox-port",
      defaultValue = "9443",
      description =
          "first of three ports of the sandbox that the portal offers; default ${DEFAULT-VALUE}")
  private int sandboxPort;

  @Option(names = "--free-ports", description = "take any free ports; demo.properties names them")
  private boolean freePorts;

  private static final int HIGHEST_PORT = 65_535;

  private static final Set<Role> ROLES = Set.copyOf(EnumSet.allOf(Role.class));

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    NativeCrypto.install();
    Path home = folder.toAbsolutePath().normalize();
    requirePorts();
    requireNotRunning(home);
    DemoSettings.Ports ports = ports();
    ports.requireFree();
    if (!freePorts) {
      DemoSettings.Ports.requireFree(ocspPort);
    }
    create(home);
    DemoRecords records = new DemoRecords(home);
    if (!records.areThere()) {
      say("20,000 synthetic persons with their careers, beside what follows …");
      records.startMaking(RocDate.dayOf(Clock.systemUTC().instant()));
    }
    say("certificates and keys …");
    DemoPki pki = DemoPki.make(home.resolve("pki"), Clock.systemUTC());
    OcspResponder responder = responder(pki);
    DemoSandbox sandbox = new DemoSandbox(home, sandboxPorts());
    Path settings = DemoSettings.write(home, pki, ports, more(responder, sandbox));
    try (responder;
        HubProcess hub = core(settings)) {
      DemoAddresses addresses = new DemoAddresses(home, ports, pki);
      addresses.responder(responder.address());
      addresses.sandbox(sandbox.write());
      DemoWorld world = new DemoWorld(hub, pki);
      prepare(world, addresses);
      say("starting the endpoints …");
      hub.serve(ROLES);
      records.await();
      world.startFile();
      say("a signed call as agency A …");
      int status = firstCall(addresses);
      say(
          "ready after %.1f s".formatted((System.nanoTime() - began) / 1e9)
              + (once ? "" : "; Ctrl-C ends it"));
      if (once) {
        return status;
      }
      addresses.print(out());
      ServeCommand.closeAtEnd(hub);
      new CountDownLatch(1).await();
      return status;
    }
  }

  /** Of faulty settings it is said what {@code serve} says: files that stay may hold anything. */
  private HubProcess core(Path settings) {
    ConfigurableEnvironment environment = ConfigOption.environment(settings, ROLES);
    say("database …");
    return HubProcess.core(environment);
  }

  private static Map<String, Object> more(OcspResponder responder, DemoSandbox sandbox) {
    Map<String, Object> more = new LinkedHashMap<>(sandbox.offer());
    more.put("hub.trust.revocation[1].ocsp", responder.address());
    return more;
  }

  /** Its fourth is not used. */
  private DemoSettings.Ports sandboxPorts() {
    return freePorts
        ? DemoSettings.Ports.free()
        : new DemoSettings.Ports(sandboxPort, sandboxPort + 1, sandboxPort + 2, sandboxPort + 3);
  }

  private OcspResponder responder(DemoPki pki) {
    int port = freePorts ? DemoSettings.Ports.free(1)[0] : ocspPort;
    try {
      return OcspResponder.start(pki, port, Clock.systemUTC());
    } catch (IOException e) {
      throw DemoSettings.Ports.taken(port);
    }
  }

  private void prepare(DemoWorld world, DemoAddresses addresses) {
    if (!world.isThere()) {
      say("agencies, certificates, accounts …");
      world.register();
      world.keepRequests();
      say("applications, reviewed and approved …");
      world.apply(Quota.DEFAULT);
      world.fillHistory();
      world.publish();
      world.report();
      world.tell();
    }
    addresses.write(
        world.applicationOf(DemoWorld.AGENCY_A),
        world.applicationOf(DemoWorld.AGENCY_B),
        world.servicesOfPersons());
  }

  private int firstCall(DemoAddresses addresses) {
    CommandLine call = new CommandLine(new CallCommand());
    call.setOut(out());
    call.setErr(spec.commandLine().getErr());
    return call.execute("SQ_TA_001", "--as", "agency-a", "--demo", addresses.file().toString());
  }

  /** Before anything is written: the files of the folder tell how the running demo was started. */
  private static void requireNotRunning(Path home) {
    requireNotOpen(home.resolve("hub"), "hub");
    requireNotOpen(home.resolve(DemoRecords.NAME), DemoRecords.READER);
  }

  private static void requireNotOpen(Path database, String user) {
    String look = "jdbc:h2:file:" + database + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    try (Connection connection = DriverManager.getConnection(look, user, "")) {
      connection.isReadOnly();
    } catch (SQLException e) {
      // Else it is not there yet, or what is wrong with it is said when it is really opened.
      if (DatabaseFailures.fileOpenElsewhere(e).isPresent()) {
        throw new IllegalStateException("the demo is running", e);
      }
    }
  }

  private void requirePorts() {
    // The sandbox has the two after its first as well.
    IntStream.of(
            portalPort,
            certificatePort,
            soapPort,
            soapHttpPort,
            ocspPort,
            sandboxPort,
            sandboxPort + 2)
        .filter(port -> port < 1 || port > HIGHEST_PORT)
        .findFirst()
        .ifPresent(
            port -> {
              throw new CommandLine.ParameterException(
                  spec.commandLine(),
                  "連接埠須為 1 至 %1$d：%2$d · a port is from 1 to %1$d: %2$d"
                      .formatted(HIGHEST_PORT, port));
            });
  }

  private DemoSettings.Ports ports() {
    return freePorts
        ? DemoSettings.Ports.free()
        : new DemoSettings.Ports(portalPort, certificatePort, soapPort, soapHttpPort);
  }

  private void say(String text) {
    out().println("demo: " + text);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void create(Path home) {
    try {
      OwnerOnly.makeFolder(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
