package tw.gov.mocs.hub.web.publish;

import java.util.Locale;
import tw.gov.mocs.hub.content.PageKey;

/** The single texts, by their name in an address and in the messages. */
enum TextKind {
  SERVICES(PageKey.SERVICE_GUIDE),
  PROCESS(PageKey.APPLICATION_PROCESS),
  INSTALL(PageKey.INSTALLATION),
  TERMS(PageKey.TERMS_OF_USE);

  private final PageKey key;

  TextKind(PageKey key) {
    this.key = key;
  }

  PageKey key() {
    return key;
  }

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page of its versions. */
  public String list() {
    return "/admin/content/texts/" + path();
  }

  static TextKind named(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }
}
