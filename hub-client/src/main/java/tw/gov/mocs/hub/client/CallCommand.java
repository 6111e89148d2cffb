package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 呼叫: makes one signed call (or walks all pages), verifies the answer and prints its rows. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = "呼叫一項服務並驗證回應 Calls a service and verifies the answer.",
    footer = Reports.EXIT_CODES)
public final class CallCommand implements Callable<Integer> {

  private static final String DEMO_PURPOSE = "示範 demo";

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Parameters(paramLabel = "SERVICE", description = "服務代碼, for example SQ_TA_001")
  private String service = "";

  @Option(
      names = "--id-no",
      paramLabel = "ID",
      description = "身分證號; repeatable; - reads one a line from standard input")
  private List<String> idNos = new ArrayList<>();

  @Option(names = "--criterion", paramLabel = "FIELD=VALUE", description = "條件; repeatable")
  private List<String> criteria = new ArrayList<>();

  @Option(
      names = "--range",
      paramLabel = "FIELD=FROM..TO",
      description = "範圍; one end may be empty; dates ISO, times with offset")
  private List<String> ranges = new ArrayList<>();

  @Option(names = "--field", paramLabel = "NAME", arity = "1..*", description = "only these fields")
  private List<String> fields = new ArrayList<>();

  @Option(names = "--purpose", paramLabel = "TEXT", description = "案號或事由")
  private @Nullable String purpose;

  @Option(names = "--application", paramLabel = "APSQ…", description = "申請案號")
  private @Nullable String application;

  @Option(names = "--page-size", paramLabel = "ROWS", description = "rows of a page")
  private @Nullable Integer pageSize;

  @Option(names = "--all-pages", description = "walk to the last page")
  private boolean allPages;

  @Option(names = "--json", description = "one JSON object a page and line")
  private boolean json;

  @Option(names = "--csv", description = "CSV, RFC 4180")
  private boolean csv;

  @Spec private @Nullable CommandSpec spec;

  /** Runs the call; returns the exit code. */
  @Override
  public Integer call() throws Exception {
    PrintWriter err = given(spec, "spec").commandLine().getErr();
    return Reports.guarded(err, () -> run(given(spec, "spec").commandLine().getOut(), err));
  }

  private int run(PrintWriter out, PrintWriter err) throws IOException {
    HubClient client = connection.client(Reports.raw(err));
    HubRequest request = request();
    AnswerPrinter printer = printer(out, client);
    try (Stream<HubAnswer> pages =
        allPages ? client.walk(request) : Stream.of(client.call(request))) {
      pages.forEach(printer::page);
    }
    printer.end();
    return 0;
  }

  private HubRequest request() throws IOException {
    DemoFile demo = connection.demoFile();
    if (demo != null) {
      application =
          application == null ? demo.get("application." + connection.demoName) : application;
      purpose = purpose == null ? DEMO_PURPOSE : purpose;
    }
    HubRequest.Builder request =
        HubRequest.of(service, given(application, "--application"), given(purpose, "--purpose"))
            .fields(fields)
            .pageSize(pageSize);
    if (demo != null && idNos.isEmpty() && criteria.isEmpty() && ranges.isEmpty()) {
      demo.find("sample.idNo").ifPresent(idNo -> request.where("idNo", idNo));
    }
    for (String idNo : idNos) {
      if (idNo.equals("-")) {
        readLines().forEach(line -> request.where("idNo", line));
      } else {
        request.where("idNo", idNo);
      }
    }
    criteria.stream().map(c -> split("--criterion", c)).forEach(c -> request.where(c[0], c[1]));
    ranges.forEach(range -> between(request, range));
    return request.build();
  }

  private static void between(HubRequest.Builder request, String range) {
    String[] named = split("--range", range);
    String[] ends = named[1].split("\\.\\.", 2);
    if (ends.length != 2 || (ends[0].isEmpty() && ends[1].isEmpty())) {
      throw new HubCallException(Failure.OPTION_INVALID, "--range", range, "FIELD=FROM..TO");
    }
    request.between(
        named[0], ends[0].isEmpty() ? null : ends[0], ends[1].isEmpty() ? null : ends[1]);
  }

  private static String[] split(String option, String given) {
    String[] parts = given.split("=", 2);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new HubCallException(Failure.OPTION_INVALID, option, given, "FIELD=…");
    }
    return parts;
  }

  /** Standard input keeps identity numbers out of the shell's history and the process list. */
  private static List<String> readLines() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private AnswerPrinter printer(PrintWriter out, HubClient client) {
    if (json) {
      return new JsonPrinter(out);
    }
    Map<String, String> labels = ContractLabels.of(client, service);
    if (csv) {
      return new CsvPrinter(out, fields.isEmpty() ? List.copyOf(labels.keySet()) : fields);
    }
    return new TablePrinter(out, labels);
  }
}
