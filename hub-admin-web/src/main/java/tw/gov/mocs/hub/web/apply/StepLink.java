package tw.gov.mocs.hub.web.apply;

import org.jspecify.annotations.Nullable;

/**
 * A step of an application, in the list at its left.
 *
 * @param number from 1 to 7
 * @param titleKey of its name in the messages
 * @param href where it is filled in; null where it cannot be opened from here
 * @param state how far it is
 */
public record StepLink(int number, String titleKey, @Nullable String href, State state) {

  /** How far a step is. */
  public enum State {
    DONE,
    CURRENT,
    /** Before the one that is shown, and not complete. */
    LACKING,
    /** Before the one that is shown, with something in it that must be mended. */
    MENDING,
    TODO
  }
}
