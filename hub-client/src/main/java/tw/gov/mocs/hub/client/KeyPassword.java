package tw.gov.mocs.hub.client;

import java.io.Console;
import java.nio.file.Path;

/** The password of a key file: from the environment, else asked for; never an option. */
final class KeyPassword {

  static final String VARIABLE = "HUB_KEY_PASSWORD";

  private KeyPassword() {}

  static char[] of(Path file) {
    String set = System.getenv(VARIABLE);
    if (set != null) {
      return set.toCharArray();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("密碼 Password of %s: ", file);
    if (typed == null) {
      throw new HubCallException(Failure.KEY_PASSWORD_MISSING, file, VARIABLE);
    }
    return typed;
  }
}
