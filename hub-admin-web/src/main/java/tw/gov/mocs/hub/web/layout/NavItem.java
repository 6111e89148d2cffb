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
    boolean holdsOthers = path.equals("/admin");
    boolean under = !holdsOthers && shown.startsWith(path + "/");
    return new NavItem(key, path, under || shown.equals(path));
  }
}
