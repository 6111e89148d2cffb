package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of the pages of the ministry's people. */
class EveryMinistryPageIT {

  @TempDir private Path folder = Path.of("");

  private static RunningDemo demo;
  private static Browser browser;
  private static PortalClient agency;

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    browser = new Browser();
    agency = PortalClient.loggedIn(demo, "agency-a");
    RefusedCall.make(demo, "agency-a");
    RefusedCall.code(demo, Path.of(demo.property("pki.dir")), "agency-unregistered", "agency-a");
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "en"})
  void fitsEveryWindowAndEveryReader(String language) throws Exception {
    List<String> paths = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (PageTour tour :
        List.of(
            new ReviewTour(demo, browser, agency, language, folder),
            new CatalogueTour(demo, browser, agency, language, folder),
            new TrustTour(demo, browser, agency, language, folder),
            new DeskTour(demo, browser, agency, language, folder))) {
      tour.go();
      paths.addAll(tour.paths());
      faults.addAll(tour.faults());
    }
    assertThat(faults).isEmpty();
    assertThat(PortalPages.without(paths))
        .filteredOn(page -> page.startsWith("/admin"))
        .as("pages that nobody looks at")
        .isEmpty();
    // A page that is refused is an error to the browser too.
    assertThat(browser.complaints())
        .allMatch(one -> one.matches(".*status of (403|404|413|422) .*"));
  }
}
