package tw.gov.mocs.hub.application;

/**
 * What an application may use in one Taipei day.
 *
 * @param calls served calls
 * @param rows returned rows
 */
public record Quota(int calls, long rows) {

  /** 10,000 calls and 1,000,000 rows. */
  public static final Quota DEFAULT = new Quota(10_000, 1_000_000);

  /** Refuses zero and less. */
  public Quota {
    if (calls < 1 || rows < 1) {
      throw new IllegalArgumentException("a quota is at least 1");
    }
  }
}
