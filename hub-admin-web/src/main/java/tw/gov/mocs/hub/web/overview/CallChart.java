package tw.gov.mocs.hub.web.overview;

import java.util.ArrayList;
import java.util.List;
import tw.gov.mocs.hub.audit.DayCalls;

/**
 * The calls of some days as bars, one on the other: served below, refused and failed above it.
 *
 * @param bars of the days, in their order
 * @param width of the picture
 * @param most calls of one day; what the highest bar stands for
 */
public record CallChart(List<Bar> bars, int width, long most) {

  /** How high the highest bar is. */
  public static final int HEIGHT = 120;

  private static final int STEP = 40;
  private static final int GAP = 8;

  /**
   * One day; lengths are those of the picture, whose origin is at the left above.
   *
   * @param served height of what was served
   * @param other height of what was refused or failed
   */
  public record Bar(DayCalls day, int x, int width, int served, int other) {

    /** Where what was served begins. */
    public int servedFrom() {
      return HEIGHT - served;
    }

    /** Where the rest begins. */
    public int otherFrom() {
      return HEIGHT - served - other;
    }
  }

  static CallChart of(List<DayCalls> days) {
    long most = days.stream().mapToLong(CallChart::all).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (DayCalls day : days) {
      bars.add(
          new Bar(
              day,
              bars.size() * STEP + GAP / 2,
              STEP - GAP,
              height(day.served(), most),
              height(all(day) - day.served(), most)));
    }
    return new CallChart(bars, days.size() * STEP, most);
  }

  private static long all(DayCalls day) {
    return day.served() + day.refused() + day.failed() + day.strangers();
  }

  /** Of few among many calls still something is seen. */
  private static int height(long part, long most) {
    return part == 0 ? 0 : Math.max(1, (int) (part * (HEIGHT - 1) / most));
  }
}
