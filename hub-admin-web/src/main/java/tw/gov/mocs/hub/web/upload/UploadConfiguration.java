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
  static final int TEXTS = 200_000;

  /**
   * For the largest files that may ever be allowed while the hub runs; {@link FormLimit} sees to
   * what is allowed now. A file that is somewhat too large arrives, so that the page can say so.
   */
  @Bean
  MultipartConfigElement multipartConfig() {
    long file = 2 * StoredFiles.LARGEST;
    return new MultipartConfigElement("", file, file + TEXTS, IN_MEMORY);
  }

  @Bean
  MultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver();
  }
}
