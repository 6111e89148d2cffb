package tw.gov.mocs.hub.app.card;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tw.gov.mocs.hub.demo.DemoPki;

/** Runs a software card agent for the demo and for tests, until it is ended. */
@Command(
    name = "card-agent",
    description = {
      "以示範憑證代替 IC 卡與跨平台網頁元件，供入口網簽章。",
      "Stands for a card and its browser component, with a demo's key, for the portal to sign with."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class CardAgentCommand implements Callable<Integer> {

  @Option(
      names = "--as",
      paramLabel = "NAME",
      required = true,
      description = "示範憑證名稱 whose card: agency-a, agency-b, reviewer …")
  private String name = "";

  @Option(
      names = "--port",
      defaultValue = "61161",
      description = "埠號，僅限本機 on loopback; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "可要求簽章的網站，可重複 a site that may ask, repeatable (default: the demo's portal)")
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--pki",
      paramLabel = "DIR",
      description = "憑證與金鑰的資料夾 where NAME.crt and NAME.key lie, or NAME.p12 (default: the demo's)")
  private @Nullable Path pki;

  @Option(
      names = "--pin",
      paramLabel = "PIN",
      description =
          "卡片的 PIN 碼，三次錯誤即鎖卡 the card's PIN, locked after three wrong ones (default: none)")
  private @Nullable String pin;

  @Option(names = "--yes", description = "不詢問即簽章，供測試用 sign without asking, for tests")
  private boolean yes;

  @Option(
      names = "--demo",
      paramLabel = "FILE",
      defaultValue = "${sys:project.home:-.}/var/demo/demo.properties",
      description = "示範環境的資訊 what the demo wrote down (default: ${DEFAULT-VALUE})")
  private Path demo = Path.of("var/demo/demo.properties");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ListedOrigins listed = listed();
    SoftwareCard card = new SoftwareCard(DemoPki.at(folder()).identity(name), new CardPin(pin));
    try (CardAgent agent = start(card, listed)) {
      print(agent, card, listed);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private CardAgent start(SoftwareCard card, ListedOrigins listed) throws IOException {
    try {
      return CardAgent.start(card, listed, port, yes);
    } catch (BindException e) {
      throw new BindException(port + " of 127.0.0.1; end the other card agent or choose --port");
    }
  }

  private ListedOrigins listed() throws IOException {
    List<String> all = origins.isEmpty() ? portal() : origins;
    try {
      return ListedOrigins.of(all);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), "--origin：不是網站位址 · " + e.getMessage());
    }
  }

  private List<String> portal() throws IOException {
    return List.of(property("portal.url"), property("portal.cert.url"));
  }

  private Path folder() throws IOException {
    return pki == null ? Path.of(property("pki.dir")) : pki;
  }

  private String property(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(demo, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    String value = properties.getProperty(name);
    if (value == null) {
      throw CardFiles.unusable(demo, "it does not tell " + name, null);
    }
    return value;
  }

  private void print(CardAgent agent, SoftwareCard card, ListedOrigins listed) {
    PrintWriter out = spec().commandLine().getOut();
    out.println("卡片 card      " + card.subject());
    out.println("網站 sites     " + String.join(" ", listed.each()));
    out.println("位址 address   http://localhost:" + agent.port() + "/popupForm");
    out.println(yes ? "不詢問即簽章 signs without asking" : "每次簽章前詢問 asks before each signature");
  }

  private CommandSpec spec() {
    return requireNonNull(spec, "spec");
  }
}
