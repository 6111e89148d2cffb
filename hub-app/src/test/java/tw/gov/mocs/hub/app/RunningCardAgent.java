package tw.gov.mocs.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./hub card-agent} as a user starts it: a process of its own, on a free port. */
final class RunningCardAgent implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)/popupForm");

  private final Process process;
  private final String address;

  private RunningCardAgent(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static RunningCardAgent start(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("card-agent", "--port", "0"));
    command.addAll(List.of(options));
    Process process = RunningDemo.hub(command.toArray(String[]::new)).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new RunningCardAgent(process, address.group(1));
      }
    }
    throw new IllegalStateException("the card agent did not start: " + said);
  }

  /** Its origin, which a page takes for {@code data-agent}. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
