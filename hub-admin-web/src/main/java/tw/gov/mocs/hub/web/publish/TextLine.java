package tw.gov.mocs.hub.web.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;

/**
 * A single text with where it stands.
 *
 * @param kind which
 * @param present the version that counts today
 * @param next the newest version if it counts only later; else null
 */
record TextLine(TextKind kind, ContentPage present, @Nullable ContentPage next) {

  static TextLine of(TextKind kind, ContentPages pages) {
    ContentPage present = pages.get(kind.key());
    List<ContentPage> versions = pages.versions(kind.key());
    ContentPage newest = versions.get(0);
    return new TextLine(kind, present, newest.version() > present.version() ? newest : null);
  }

  /** Where a version stands: to come, in force or over. */
  public VersionState state(ContentPage version) {
    if (version.version() == present.version()) {
      return VersionState.PRESENT;
    }
    return version.version() > present.version() ? VersionState.COMING : VersionState.FORMER;
  }
}
