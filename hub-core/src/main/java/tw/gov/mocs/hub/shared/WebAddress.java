package tw.gov.mocs.hub.shared;

import java.net.URI;

/** An address that a browser, or a program of an agency, opens. */
public final class WebAddress implements Check<URI> {

  @Override
  public void check(URI address) {
    if (!String.valueOf(address.getScheme()).matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException("must be an http: or https: address");
    }
  }
}
