package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.xml.security.Init;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tw.gov.mocs.hub.client.CallCommand;
import tw.gov.mocs.hub.client.StatusCommand;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

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
      ServeCommand.class,
      CheckConfigCommand.class,
      AgencyCommand.class,
      CertificateCommand.class,
      AccountCommand.class,
      TrustCommand.class,
      ContractCommand.class,
      VerifyLogCommand.class,
      RecordCommand.class
    })
public final class HubMain {

  /** {@code org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1}. */
  private static final int H2_ALREADY_OPEN = 90_020;

  private HubMain() {}

  /** Runs one command; its exit status is 0 when all went well. */
  public static void main(String[] arguments) {
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
    line.setExecutionExceptionHandler(HubMain::explain);
    return line;
  }

  /** An operator reads a sentence; the stack trace is for the log. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    HubException known = known(e);
    BindException taken = find(e, BindException.class);
    if (known != null) {
      line.getErr()
          .println(known.code().code() + " " + known.code().message(Locale.ENGLISH, known.told()));
      line.getErr().println("  " + known.code().message(Locale.TRADITIONAL_CHINESE, known.told()));
    } else if (taken != null) {
      line.getErr().println("A port is taken: " + taken.getMessage());
    } else if (isOpenElsewhere(e)) {
      line.getErr()
          .println("The embedded database is open in another process: stop the hub first.");
    } else {
      line.getErr().println("Failed: " + e);
      e.printStackTrace(line.getErr());
    }
    return 1;
  }

  private static @Nullable HubException known(Exception e) {
    HubException known = find(e, HubException.class);
    if (known != null || isOpenElsewhere(e)) {
      return known;
    }
    HubException failure = DatabaseFailures.of(e);
    return failure.code() == ErrorCode.DATABASE_UNAVAILABLE ? failure : null;
  }

  private static boolean isOpenElsewhere(Throwable e) {
    SQLException failure = find(e, SQLException.class);
    return failure != null && failure.getErrorCode() == H2_ALREADY_OPEN;
  }

  private static <T extends Throwable> @Nullable T find(@Nullable Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
