package tw.gov.mocs.hub.app;

import java.io.PrintWriter;
import java.util.List;

/** Settings that nothing is started with; {@code check-config} and {@code serve} say the same. */
final class FaultySettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  FaultySettings(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Passes if there are no faults. */
  static void requireNone(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new FaultySettings(faults);
    }
  }

  /** One line for each fault, then how many there are. */
  void print(PrintWriter out) {
    faults.forEach(out::println);
    out.printf(
        "設定有 %1$d 處錯誤 · %1$d fault%2$s of the settings%n",
        faults.size(), faults.size() == 1 ? "" : "s");
  }
}
