package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some pages of the portal looked at, each in every window, in one language. */
abstract class PageTour {

  private static final List<Integer> WIDTHS = List.of(1280, 360);

  final RunningDemo demo;
  final Browser browser;
  final PortalClient agency;
  final String language;

  /** Where files of the tour may stand. */
  final Path folder;

  private final List<String> paths = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  PageTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    this.demo = demo;
    this.browser = browser;
    this.agency = agency;
    this.language = language;
    this.folder = folder;
  }

  /** Looks at all of them. */
  abstract void go() throws Exception;

  /** Every path that was looked at. */
  final List<String> paths() {
    return List.copyOf(paths);
  }

  /** What is wrong with them. */
  final List<String> faults() {
    return List.copyOf(faults);
  }

  /** A page for whoever is logged in there; for strangers if nobody is. */
  final Page openAs(PortalClient somebody) throws IOException {
    return browser.openAs(somebody, portal() + "?language=" + language, 1280, language);
  }

  final String portal() throws IOException {
    return demo.property("portal.url");
  }

  final void look(Page page, String name, String path) throws IOException {
    look(page, name, path, shown -> {});
  }

  final void look(Page page, String name, String path, Consumer<Page> then) throws IOException {
    page.navigate(portal() + path);
    paths.add(URI.create(portal() + path.replaceAll("\\?.*", "")).getPath());
    then.accept(page);
    paths.add(URI.create(page.url().replaceAll("\\?.*", "")).getPath());
    faults.addAll(PageLooks.faults(page, "every-" + name + "-" + language, WIDTHS));
    if (page.content().contains("??")) {
      faults.add(name + " lacks a text");
    }
  }

  static Consumer<Page> press(String button) {
    return page -> page.locator(button).first().click();
  }

  static Consumer<Page> show(String dialog) {
    return page -> page.evaluate("id => document.getElementById(id).showModal()", dialog);
  }

  /** The path of a complete draft, copied from what the demo has. */
  final String copy(String kind) throws Exception {
    String page = "progress/" + number(kind) + "/copy";
    return group(
        location(agency.post(page, page, Map.of("agree", "true", "terms", "1"))),
        "/(apply/[0-9]+)/1");
  }

  final String number(String kind) throws IOException {
    return demo.property("application.agency-a").replaceFirst("AP.Q", kind);
  }

  final String demoNumber() {
    try {
      return demo.property("sample.idNo");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  static String group(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
