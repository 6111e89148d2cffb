package tw.gov.mocs.hub.web.layout;

/**
 * A link of the tabs or of the menu.
 *
 * @param key of its text in the messages
 * @param path where it leads
 * @param current whether the page shown stands under it
 */
public record NavItem(String key, String path, boolean current) {

  static NavItem of(String key, String path, String shown) {
    // The other items of the administration stand under its first one.
    String own = path.equals("/admin") ? "/admin/overview" : path;
    return new NavItem(key, path, shown.startsWith(own + "/") || shown.equals(path));
  }
}
