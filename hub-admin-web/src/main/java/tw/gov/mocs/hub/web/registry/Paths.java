package tw.gov.mocs.hub.web.registry;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages about things that the source has named. */
final class Paths {

  private Paths() {}

  /** Leads to the page of these segments, which says what was done. */
  static String to(String told, String... segments) {
    return "redirect:"
        + UriComponentsBuilder.newInstance()
            .pathSegment(segments)
            .queryParam("told", told)
            .encode()
            .build()
            .toUriString()
            .replaceFirst("^/?", "/");
  }
}
