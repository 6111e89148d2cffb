package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 呼叫: makes one signed call (or walks all pages), verifies the answer and prints its rows. */
@Command(name = "call", description = "呼叫一項服務並驗證回應 Calls a service and verifies the answer.")
public final class CallCommand extends ClientCommand {

  private static final Pattern SERVICE = Pattern.compile("SQ_[A-Z]{2,3}_[0-9]{2,3}");

  private static final String DEMO_PURPOSE = "示範 demo";

  @Parameters(paramLabel = "SERVICE", description = "服務代碼, for example SQ_TA_001")
  private String service = "";

  @Option(
      names = "--application",
      paramLabel = "APSQ…",
      description = "申請案號; with --as, the agency's own in the demo")
  private @Nullable String application;

  @Option(names = "--purpose", paramLabel = "TEXT", description = "案號或事由")
  private @Nullable String purpose;

  @Option(names = "--field", paramLabel = "NAME", arity = "1..*", description = "only these fields")
  private List<String> fields = new ArrayList<>();

  @ArgGroup(exclusive = false, heading = "%n條件 Which rows%n")
  private CriteriaOptions criteria = new CriteriaOptions();

  @Option(names = "--page-size", paramLabel = "ROWS", description = "rows of a page")
  private @Nullable Integer pageSize;

  @Option(names = "--all-pages", description = "walk to the last page")
  private boolean allPages;

  @Option(
      names = "--seen-file",
      paramLabel = "FILE",
      description = {
        "keep the checkpoints that answers carry, a line NUMBER=HASH each, as verify-log --seen"
            + " takes them.",
        "An answer that contradicts one of them is refused: the hub's log was rewritten."
      })
  private @Nullable Path seenFile;

  @ArgGroup(heading = "%n輸出 Output, a table unless%n")
  private OutputOptions output = new OutputOptions();

  @Override
  void run(PrintWriter out, PrintWriter err) {
    HubRequest request = request();
    HubClient.Builder builder = connection.client(err);
    if (seenFile != null) {
      builder.witness(new SeenCheckpoints(seenFile, warning -> Reports.warn(err, warning)));
    }
    HubClient client = builder.build();
    try (Stream<HubAnswer> pages =
        allPages ? client.walk(request) : Stream.of(client.call(request))) {
      print(pages.iterator(), client, out);
    }
  }

  private void print(Iterator<HubAnswer> pages, HubClient client, PrintWriter out) {
    HubAnswer first = pages.next();
    // Only now: a hub that cannot be reached is waited for once.
    AnswerPrinter printer = output.printer(out, () -> ContractLabels.of(client, service), fields);
    printer.page(first);
    pages.forEachRemaining(printer::page);
    printer.end();
  }

  private HubRequest request() {
    if (!SERVICE.matcher(service).matches()) {
      throw new HubCallException(Failure.SERVICE_INVALID, service);
    }
    DemoFile demo = connection.demoFile();
    ConfFile module = connection.module();
    // The application only: why a call is made is said each time.
    if (module != null && application == null) {
      application = module.get("application");
    }
    if (demo != null) {
      String caller = given(connection.demoName(), "--as");
      application = application == null ? demo.application(caller) : application;
      purpose = purpose == null ? DEMO_PURPOSE : purpose;
    }
    String named = given(application, "--application");
    if (purpose == null) {
      throw new HubCallException(Failure.PURPOSE_MISSING);
    }
    HubRequest.Builder request =
        HubRequest.of(service, named, purpose).fields(fields).pageSize(pageSize);
    if (demo != null && criteria.isEmpty() && demo.words("sample.services").contains(service)) {
      request.where("idNo", demo.get("sample.idNo"));
    }
    criteria.applyTo(request);
    return request.build();
  }
}
