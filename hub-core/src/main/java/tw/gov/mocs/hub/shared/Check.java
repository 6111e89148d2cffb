package tw.gov.mocs.hub.shared;

/** The code that takes a setting into use, asked before anything is started. */
public interface Check<T> {

  /**
   * Passes, or throws what the operator shall read.
   *
   * @throws RuntimeException whose message says what is wrong, without the setting's name
   */
  void check(T value);
}
