package tw.gov.mocs.hub.web.apply;

import java.util.List;
import tw.gov.mocs.hub.application.ApplicationContent;

/**
 * A form as it was understood.
 *
 * @param content with what could be read of it, and as it was before for the rest
 * @param unreadable what could not be read, and therefore not be kept
 */
record Reading(ApplicationContent content, List<Unreadable> unreadable) {

  /**
   * One input that could not be read.
   *
   * @param field its id
   * @param key of the sentence that says why
   * @param told what stands in that sentence
   */
  record Unreadable(String field, String key, Object... told) {}

  Reading {
    unreadable = List.copyOf(unreadable);
  }

  /** All of it was understood. */
  static Reading whole(ApplicationContent content) {
    return new Reading(content, List.of());
  }
}
