package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Where settings come from: the command line, the environment, then the file. */
public final class Settings {

  private static final List<String> NOISY_AT_START =
      List.of(
          "org.springframework.boot.SpringApplication",
          "org.springframework.context.annotation.AnnotationConfigApplicationContext",
          "org.springframework.boot.web.server.servlet.context");

  private Settings() {}

  /**
   * The settings of a file (java.util.Properties, UTF-8), overridden by environment variables
   * ({@code HUB_DATABASE_PASSWORD} for {@code hub.database.password}) and by {@code overrides}.
   *
   * @throws HubException FILE_UNUSABLE if there is a file and it cannot be read
   */
  public static ConfigurableEnvironment of(@Nullable Path file, Map<String, String> overrides) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    if (file != null) {
      sources.addLast(new PropertiesPropertySource("file", load(file)));
    }
    Map<String, Object> quiet = new HashMap<>();
    quiet.put("logging.level.root", "WARN");
    quiet.put("logging.level.tw.gov.mocs.hub", "INFO");
    quiet.put("spring.main.banner-mode", "off");
    // Why nothing was started is said once, by Failure.
    for (String log : NOISY_AT_START) {
      quiet.put("logging.level." + log, "OFF");
    }
    // Templates stand beside the classes that use them.
    quiet.put("spring.thymeleaf.check-template-location", "false");
    // The portal has a page of its own for what fails.
    quiet.put("spring.web.error.whitelabel.enabled", "false");
    sources.addLast(new MapPropertySource("defaults", quiet));
    sources.addFirst(new MapPropertySource("overrides", new HashMap<>(overrides)));
    return environment;
  }

  /** An environment with the same sources, for a context that changes its own. */
  static ConfigurableEnvironment copyOf(ConfigurableEnvironment other) {
    StandardEnvironment copy = new StandardEnvironment();
    MutablePropertySources sources = copy.getPropertySources();
    sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
    other.getPropertySources().forEach(sources::addLast);
    return copy;
  }

  private static Properties load(Path file) {
    if (!Files.isReadable(file)) {
      String why = Files.exists(file) ? "it cannot be read" : "there is no such file";
      String text = "the file " + file + ": " + why;
      throw new HubException(ErrorCode.FILE_UNUSABLE, text, text);
    }
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(new FileSystemResource(file), "UTF-8"));
    } catch (IOException | IllegalArgumentException e) {
      String text = "the file " + file + ": it is no properties file: " + e.getMessage();
      throw new HubException(ErrorCode.FILE_UNUSABLE, text, e, text);
    }
  }
}
