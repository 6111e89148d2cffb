package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command reaches the hub, signs, and knows the hub's signature. */
final class ConnectionOptions {

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "a caller of the demo: agency-a, agency-a-revoked, agency-unregistered …")
  private @Nullable String demoName;

  @Option(
      names = "--demo",
      paramLabel = "FILE",
      defaultValue = "${sys:project.home:-.}/var/demo/demo.properties",
      description = "what the demo wrote down (default: ${DEFAULT-VALUE})")
  private Path demo = Path.of("var/demo/demo.properties");

  @Mixin private ModuleOptions module = new ModuleOptions();

  @ArgGroup(exclusive = false, heading = "%n連線 Way to the hub%n")
  private Way way = new Way();

  @ArgGroup(exclusive = false, heading = "%n簽章 Who calls%n")
  private SigningOptions signing = new SigningOptions();

  @ArgGroup(exclusive = false, heading = "%n平臺 Whom to believe%n")
  private TrustOptions trust = new TrustOptions();

  @ArgGroup(exclusive = false, heading = "%n加密的回應 Encrypted answers%n")
  private DecryptionOptions decryption = new DecryptionOptions();

  /** Where the hub is, and how long to wait for it. */
  private static final class Way {

    /** A day. */
    private static final long LONGEST = 86_400;

    @Option(
        names = "--endpoint",
        paramLabel = "URL",
        description = "address of the exchange (介接位址)")
    private @Nullable String endpoint;

    @Option(
        names = "--proxy",
        paramLabel = "HOST:PORT",
        description = "HTTP proxy; without it that of the JDK's system properties")
    private @Nullable String proxy;

    @Option(names = "--soap", paramLabel = "1.1|1.2", description = "SOAP version (default: 1.1)")
    private String soap = "1.1";

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        description = "for a call, from connecting to its last byte (default: 60)")
    private long timeout = 60;

    @Option(names = "--raw", description = "print both messages as they went (holds personal data)")
    private boolean raw;

    private void applyTo(HubClient.Builder client, PrintWriter err) {
      if (timeout < 1 || timeout > LONGEST) {
        throw new HubCallException(Failure.OPTION_INVALID, "--timeout", timeout, "1 – " + LONGEST);
      }
      client
          .endpoint(exchange(given(endpoint, "--endpoint")))
          .soap(version())
          .timeout(Duration.ofSeconds(timeout))
          .wire(raw ? Reports.raw(err) : WireListener.NONE);
      if (proxy != null) {
        client.proxy(address(proxy));
      }
    }

    private SoapVersion version() {
      return switch (soap) {
        case "1.1" -> SoapVersion.SOAP_1_1;
        case "1.2" -> SoapVersion.SOAP_1_2;
        default -> throw new HubCallException(Failure.OPTION_INVALID, "--soap", soap, "1.1 | 1.2");
      };
    }

    private static InetSocketAddress address(String given) {
      try {
        URI parsed = URI.create("http://" + given);
        return new InetSocketAddress(parsed.getHost(), parsed.getPort());
      } catch (IllegalArgumentException e) {
        throw new HubCallException(Failure.OPTION_INVALID, e, "--proxy", given, "HOST:PORT");
      }
    }
  }

  /** The demo's caller that is meant, if one is. */
  @Nullable String demoName() {
    return demoName;
  }

  /** The demo, when one of its callers is meant. */
  @Nullable DemoFile demoFile() {
    if (demoName == null) {
      return null;
    }
    DemoFile file = new DemoFile(demo);
    file.requireCaller(demoName);
    return file;
  }

  /** The connection of the module that the command belongs to; null without one, or in the demo. */
  @Nullable ConfFile module() {
    return demoName == null ? module.connection() : null;
  }

  /** Whether messages are encrypted on the way, once {@link #client} has looked where it leads. */
  boolean overTls() {
    return way.endpoint != null && way.endpoint.regionMatches(true, 0, "https:", 0, 6);
  }

  HubClient.Builder client(PrintWriter err) {
    DemoFile demoFile = demoFile();
    ConfFile own = module();
    if (demoFile != null) {
      String caller = given(demoName, "--as");
      way.endpoint = way.endpoint == null ? demoFile.get("soap.url") : way.endpoint;
      signing.fillFrom(demoFile, caller);
      trust.fillFrom(demoFile);
      decryption.fillFrom(demoFile, caller);
    } else if (own != null) {
      way.endpoint = way.endpoint == null ? own.get("endpoint") : way.endpoint;
      signing.fillFrom(own);
      trust.fillFrom(own);
      decryption.fillFrom(own);
    }
    HubClient.Builder client = HubClient.builder();
    way.applyTo(client, err);
    KeyFiles.Pair pair = signing.pair();
    client.signWith(pair.key(), pair.certificate());
    trust.applyTo(client, module.instead());
    decryption.applyTo(client);
    OwnCertificate.warn(pair.certificate(), Clock.systemUTC().instant(), err);
    return client;
  }

  /** What is given as the address of the exchange; what else it must be is judged with all. */
  private static URI exchange(String given) {
    try {
      return URI.create(given);
    } catch (IllegalArgumentException e) {
      throw new HubCallException(Failure.ADDRESS_INVALID, e, given);
    }
  }

  static <T> T given(@Nullable T value, String option) {
    if (value == null) {
      throw new HubCallException(Failure.OPTION_MISSING, option);
    }
    return value;
  }
}
