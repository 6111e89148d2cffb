package tw.gov.mocs.hub.web.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** An address with what narrows its list; whatever was typed stays one value of it. */
final class Href {

  private final UriComponentsBuilder address;
  private final List<String> values = new ArrayList<>();

  Href(String path) {
    address = UriComponentsBuilder.fromPath(path);
  }

  Href with(String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{" + values.size() + "}");
      values.add(value);
    }
    return this;
  }

  @Override
  public String toString() {
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }
}
