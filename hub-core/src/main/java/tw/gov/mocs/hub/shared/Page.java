package tw.gov.mocs.hub.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items what stands on it
 * @param number from 1
 * @param size how many a full page holds
 * @param total how many the whole list holds, as far as they were counted
 * @param more whether it holds more than were counted: "more than 10,000"
 */
public record Page<T>(List<T> items, int number, int size, long total, boolean more) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
    if (number < 1 || size < 1 || total < 0) {
      throw new IllegalArgumentException("page " + number + ", size " + size + ", total " + total);
    }
  }

  /** A page of a list that was counted to its end. */
  public Page(List<T> items, int number, int size, long total) {
    this(items, number, size, total, false);
  }

  /** How many pages can be turned to; an empty list has one. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }
}
