package tw.gov.mocs.hub.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps in a file each checkpoint of the hub's log that an answer carried, a line {@code
 * NUMBER=HASH} each: whoever holds the file can show that the log was rewritten. One file for one
 * process; safe for use by many threads.
 */
public final class SeenCheckpoints implements Witness {

  private static final Pattern LINE = Pattern.compile("(\\d{1,18})=([A-Za-z0-9+/]{43}=)");

  private final Path file;
  private final Consumer<HubCallException> warnings;
  private final Map<Long, String> seen = new HashMap<>();
  private long highest;

  /**
   * Reads what was seen before.
   *
   * @param file made at the first checkpoint
   * @param warnings told of a number lower than one seen before. It proves nothing: each node of
   *     the hub learns of a new checkpoint a little later than the one that made it. A hub whose
   *     numbers stay low was set back.
   * @throws HubCallException {@link Failure#FILE_UNREADABLE}, {@link Failure#SEEN_FILE_INVALID}
   */
  public SeenCheckpoints(Path file, Consumer<HubCallException> warnings) {
    this.file = file;
    this.warnings = warnings;
    try {
      Files.readAllLines(file).forEach(this::remember);
    } catch (NoSuchFileException e) {
      highest = 0; // nothing was seen yet
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }

  private void remember(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new HubCallException(Failure.SEEN_FILE_INVALID, file, line);
    }
    remember(Long.parseLong(parts.group(1)), parts.group(2));
  }

  private void remember(long number, String hash) {
    seen.put(number, hash);
    highest = Math.max(highest, number);
  }

  @Override
  public synchronized void see(HubAnswer.Checkpoint checkpoint) {
    long number = checkpoint.number();
    String before = seen.get(number);
    if (before != null && !before.equals(checkpoint.hash())) {
      throw new HubCallException(
          Failure.CHECKPOINT_CONTRADICTS, number, before, checkpoint.hash(), file);
    }
    if (number < highest) {
      warnings.accept(new HubCallException(Failure.CHECKPOINT_LOWER, number, highest));
    }
    if (before == null) {
      write(number + "=" + checkpoint.hash());
      remember(number, checkpoint.hash());
    }
  }

  private void write(String line) {
    try {
      Files.write(
          file,
          List.of(line),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw HubCallException.unreadable(file, e);
    }
  }
}
