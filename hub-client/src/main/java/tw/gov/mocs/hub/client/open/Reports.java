package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tw.gov.mocs.hub.client.InWords;
import tw.gov.mocs.hub.client.TerminalText;

/** What the program says on its way and when it fails: in each language a sentence. */
final class Reports {

  private static final int TENTH = 10;
  private static final int MEGABYTE = 1_000_000;

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

  /** What is read from a pipe has no size beforehand. */
  private static OptionalLong size(Path file) {
    try {
      return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Percent and bytes, of a pipe its megabytes alone: one line that is written anew, or, without a
   * terminal, one each tenth.
   */
  private final class Told implements FileOpener.Listener {

    private final OptionalLong size;
    private long shown = -1;

    Told(OptionalLong size) {
      this.size = size;
    }

    @Override
    public void recipients(List<Object> certificates) {
      tell("RECIPIENTS", certificates);
    }

    @Override
    public void keys(List<AgencyKey> keys) {
      for (AgencyKey key : keys) {
        Instant until = key.certificate().getNotAfter().toInstant();
        if (until.isBefore(Instant.now())) {
          tell("KEY_EXPIRED", NamedCertificate.of(key.certificate()), until);
        }
      }
    }

    @Override
    public void stopped() {
      tell(OpenFailure.STOPPED.name());
    }

    private void tell(String key, Object... told) {
      say(text(key, Locale.TAIWAN, told), text(key, Locale.ENGLISH, told));
    }

    private static String text(String key, Locale locale, Object... told) {
      return OpenFailure.text(
          key, locale, Stream.of(told).map(one -> InWords.text(one, locale)).toList());
    }

    @Override
    public void read(long bytes) {
      long step = size.isPresent() ? percent(bytes, size.getAsLong()) : bytes / MEGABYTE;
      if (step == shown) {
        return;
      }
      shown = step;
      String start = terminal ? "\r" : "";
      if (size.isPresent()) {
        err.printf("%s讀取 read %3d %%  %,d / %,d bytes", start, step, bytes, size.getAsLong());
      } else {
        err.printf("%s讀取 read %,d bytes", start, bytes);
      }
      lineOpen = true;
      if (!terminal) {
        end();
      }
      err.flush();
    }

    private long percent(long bytes, long all) {
      long percent = all == 0 ? 100 : Math.min(100, 100 * bytes / all);
      return terminal ? percent : percent - percent % TENTH;
    }
  }
}
