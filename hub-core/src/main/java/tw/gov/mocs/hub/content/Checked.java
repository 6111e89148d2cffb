package tw.gov.mocs.hub.content;

/** What an administrator wrote, before it is kept. */
public interface Checked {

  /** Refuses what cannot be kept: VALUE_INVALID, told with the field. */
  void check();
}
