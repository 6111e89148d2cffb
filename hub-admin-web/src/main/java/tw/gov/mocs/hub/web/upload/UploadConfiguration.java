package tw.gov.mocs.hub.web.upload;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import tw.gov.mocs.hub.file.StoredFiles;

/** Forms with files (RFC 7578). */
@Configuration
class UploadConfiguration {

  private static final int IN_MEMORY = 64 * 1024;

  /** What stands in a form beside its file. */
  private static final int TEXTS = 200_000;

  /**
   * A file that is somewhat too large arrives, so that the page can say so; one that is much larger
   * is cut off by the server.
   */
  @Bean
  MultipartConfigElement multipartConfig(StoredFiles files) {
    long file = 2 * files.maxBytes();
    return new MultipartConfigElement("", file, file + TEXTS, IN_MEMORY);
  }

  @Bean
  MultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver();
  }
}
