package tw.gov.mocs.hub.client.open;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal; without one nothing is asked. */
interface Dialogue {

  /** The password of scripts, which have nobody to ask. */
  String VARIABLE = "HUB_KEY_PASSWORD";

  /** What was typed; null if there is nobody. */
  @Nullable String ask(String question);

  /**
   * A password or PIN, not shown as it is typed.
   *
   * @throws OpenException SECRET_MISSING if there is nobody
   */
  char[] secret(String question);

  /** Whether there is somebody. */
  boolean terminal();

  /** Of this process. */
  static Dialogue ofConsole() {
    Console console = System.console();
    return new Dialogue() {
      @Override
      public @Nullable String ask(String question) {
        return console == null ? null : console.readLine("%s", question);
      }

      @Override
      public char[] secret(String question) {
        String set = System.getenv(VARIABLE);
        char[] typed =
            set != null
                ? set.toCharArray()
                : console == null ? null : console.readPassword("%s", question);
        if (typed == null) {
          throw new OpenException(OpenFailure.SECRET_MISSING, VARIABLE);
        }
        return typed;
      }

      @Override
      public boolean terminal() {
        return console != null;
      }
    };
  }
}
