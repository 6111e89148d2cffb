package tw.gov.mocs.hub.web.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** The texts of all features, as the portal has them. */
public final class PortalTexts {

  private static final Path WEB = Path.of("src/main/resources/tw/gov/mocs/hub/web");

  private PortalTexts() {}

  /** All of them. */
  public static ResourceBundleMessageSource messages() throws IOException {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    try (Stream<Path> folders = Files.list(WEB)) {
      folders
          .filter(folder -> Files.exists(folder.resolve("messages.properties")))
          .map(folder -> "tw.gov.mocs.hub.web." + folder.getFileName() + ".messages")
          .forEach(messages::addBasenames);
    }
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  /** What says by them what was logged. */
  public static LoggedWords words() throws IOException {
    return new LoggedWords(messages(), new RocFormat());
  }
}
