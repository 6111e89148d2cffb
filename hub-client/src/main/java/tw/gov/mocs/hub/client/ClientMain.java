package tw.gov.mocs.hub.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command of an agency: {@code check}, {@code call}, {@code status}, and a simulator. */
@Command(
    name = "hub-client",
    mixinStandardHelpOptions = true,
    description = "人事雲端服務平台介接用戶端 Client of the Personnel Data Exchange Hub",
    subcommands = {
      CheckCommand.class,
      CallCommand.class,
      StatusCommand.class,
      SimulatorCommand.class
    })
public final class ClientMain {

  private ClientMain() {}

  /** Runs and ends with the command's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return WrongUsage.inBothLanguages(new CommandLine(new ClientMain()))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }
}
