package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.trust.Certificates;

/** The settings that name a certificate which was made for a demo or a sandbox. */
final class MarkedCertificates {

  private static final List<String> LISTS = List.of("hub.trust.roots", "hub.trust.intermediates");
  private static final List<String> SINGLE =
      List.of(
          "hub.audit.checkpoint-certificate",
          "hub.receipt.certificate",
          "hub.delivery.certificate",
          "hub.ws.signing-certificate",
          "hub.ws.tls-certificate",
          "hub.web.tls-certificate");

  private MarkedCertificates() {}

  /** Their names; none where such certificates are accepted. */
  static Stream<String> in(ConfigurableEnvironment environment) {
    Binder binder = Binder.get(environment);
    if ("true".equals(binder.bind("hub.trust.accept-demo-certificates", String.class).orElse(""))) {
      return Stream.empty();
    }
    return Stream.concat(
        LISTS.stream()
            .flatMap(
                name -> {
                  List<String> files =
                      binder.bind(name, Bindable.listOf(String.class)).orElseGet(List::of);
                  return IntStream.range(0, files.size())
                      .filter(at -> isMarked(files.get(at)))
                      .mapToObj(at -> name + "[" + at + "]");
                }),
        SINGLE.stream()
            .filter(
                name ->
                    binder
                        .bind(name, String.class)
                        .map(MarkedCertificates::isMarked)
                        .orElse(false)));
  }

  /** What cannot be read is told by the check of its setting. */
  private static boolean isMarked(String file) {
    try {
      return !file.isBlank()
          && KeyFiles.certificates(Path.of(file)).stream().anyMatch(Certificates::isMarked);
    } catch (HubException | IllegalArgumentException e) {
      return false;
    }
  }
}
