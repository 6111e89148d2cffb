package tw.gov.mocs.hub.database;

/** What stands for typed text in {@code LIKE ? ESCAPE '!'}, so that it means itself alone. */
public final class LikePattern {

  private LikePattern() {}

  /** What begins with the text. */
  public static String beginning(String text) {
    return plain(text) + "%";
  }

  /** What has the text anywhere in it. */
  public static String within(String text) {
    return "%" + plain(text) + "%";
  }

  private static String plain(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
