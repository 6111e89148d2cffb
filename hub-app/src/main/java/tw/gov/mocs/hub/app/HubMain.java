package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.xml.security.Init;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.app.card.CardAgentCommand;
import tw.gov.mocs.hub.client.CallCommand;
import tw.gov.mocs.hub.client.StatusCommand;
import tw.gov.mocs.hub.client.WrongUsage;

/** The one runnable program of the hub; its commands do all the rest. */
@Command(
    name = "hub",
    description = "人事雲端服務平台 - Personnel Data Exchange Hub",
    mixinStandardHelpOptions = true,
    version = "1.0.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      CallCommand.class,
      StatusCommand.class,
      CardAgentCommand.class,
      ServeCommand.class,
      CheckConfigCommand.class,
      CheckSourceCommand.class,
      AgencyCommand.class,
      CertificateCommand.class,
      AccountCommand.class,
      TrustCommand.class,
      ContractCommand.class,
      IntegrationModuleCommand.class,
      VerifyLogCommand.class,
      LogIndexCommand.class,
      ArchiveCommand.class,
      RecordCommand.class,
      VerifyEvidenceCommand.class
    })
public final class HubMain {

  private HubMain() {}

  /** Runs one command; its exit status is 0 when all went well. */
  public static void main(String[] arguments) {
    // Until the settings say what is logged, nothing is.
    LoggingSystem.get(HubMain.class.getClassLoader()).beforeInitialize();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Init.init();
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new HubMain());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(AgencyCode.class, HubMain::agencyCode);
    line.setExecutionExceptionHandler(HubMain::explain);
    return WrongUsage.inBothLanguages(line);
  }

  private static AgencyCode agencyCode(String text) {
    try {
      return new AgencyCode(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("機關代碼為 3 至 10 個大寫英文字母或數字 · " + e.getMessage());
    }
  }

  /** An operator reads a sentence; the stack trace is for the log. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    new Failure(e).print(line.getErr());
    return 1;
  }
}
