package tw.gov.mocs.hub.web.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.sandbox.SandboxSettings;
import tw.gov.mocs.hub.web.WebSettings;

/** What pages say of sandboxes: whether this is one, and where there is another. */
@Component("sandboxes")
public final class Sandboxes {

  private final SandboxSettings own;
  private final WebSettings settings;

  Sandboxes(SandboxSettings own, WebSettings settings) {
    this.own = own;
    this.settings = settings;
  }

  /** Whether this hub is one, as each of its pages says. */
  public boolean here() {
    return own.isSandbox();
  }

  /** The one to offer; null if there is none. */
  public WebSettings.@Nullable Sandbox offered() {
    return settings.sandbox().portalUrl() == null ? null : settings.sandbox();
  }
}
