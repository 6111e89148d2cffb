package tw.gov.mocs.hub.web;

/** How much a form of the portal may send: a decision on many services has thousands of inputs. */
public final class FormSize {

  /** So many inputs. */
  public static final int MOST_INPUTS = 20_000;

  /** So many bytes that are not a file. */
  public static final int MOST_BYTES = 2_000_000;

  /** So many of somebody who is not logged in. */
  public static final int MOST_OF_STRANGERS = 200_000;

  private FormSize() {}
}
