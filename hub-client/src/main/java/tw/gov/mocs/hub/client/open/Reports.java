package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tw.gov.mocs.hub.client.TerminalText;

/** What the program says on its way and when it fails: in each language a sentence. */
final class Reports {

  private static final int TENTH = 10;

  private final PrintWriter err;
  private final boolean terminal;
  private boolean lineOpen;

  Reports(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** A failure, and what else failed while it was put right. */
  void failed(OpenException e) {
    say(e.message(Locale.TAIWAN), e.message(Locale.ENGLISH));
    Stream.of(e.getSuppressed())
        .filter(OpenException.class::isInstance)
        .map(OpenException.class::cast)
        .forEach(this::failed);
  }

  void say(String chinese, String english) {
    end();
    // The names in a certificate are anybody's words: nothing in them may steer the terminal.
    err.println(TerminalText.shown(chinese));
    err.println(TerminalText.shown(english));
    err.flush();
  }

  /** Leaves the line of the progress. */
  void end() {
    if (lineOpen) {
      err.println();
      lineOpen = false;
    }
    err.flush();
  }

  /** What happens to this file. */
  FileOpener.Listener of(Path file) {
    return new Told(size(file));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Percent and bytes: one line that is written anew, or, without a terminal, one each tenth. */
  private final class Told implements FileOpener.Listener {

    private final long size;
    private int shown = -1;

    Told(long size) {
      this.size = size;
    }

    @Override
    public void recipients(String certificates) {
      tell("RECIPIENTS", certificates);
    }

    @Override
    public void keys(List<AgencyKey> keys) {
      for (AgencyKey key : keys) {
        Instant until = key.certificate().getNotAfter().toInstant();
        if (until.isBefore(Instant.now())) {
          tell("KEY_EXPIRED", AgencyKey.shown(key.certificate()), until.toString());
        }
      }
    }

    @Override
    public void stopped() {
      tell(OpenFailure.STOPPED.name());
    }

    private void tell(String key, String... told) {
      say(
          OpenFailure.text(key, Locale.TAIWAN, List.of(told)),
          OpenFailure.text(key, Locale.ENGLISH, List.of(told)));
    }

    @Override
    public void read(long bytes) {
      int percent = size == 0 ? 100 : (int) Math.min(100, 100 * bytes / size);
      int step = terminal ? percent : percent - percent % TENTH;
      if (step == shown) {
        return;
      }
      shown = step;
      err.printf("%s%3d %%  %,d / %,d bytes", terminal ? "\r" : "", step, bytes, size);
      lineOpen = true;
      if (!terminal) {
        end();
      }
      err.flush();
    }
  }
}
