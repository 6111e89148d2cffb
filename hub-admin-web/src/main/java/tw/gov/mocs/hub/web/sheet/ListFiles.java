package tw.gov.mocs.hub.web.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** 匯出: begins the file of a list, in the language of its reader and of this moment. */
@Component
public final class ListFiles {

  private final MessageSource messages;
  private final Clock clock;

  /** Texts in the languages of its readers, and the clock of the hub. */
  public ListFiles(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A file without columns yet.
   *
   * @param title the key of what the list and its file are called
   */
  public <T> ListFile<T> begin(String title, HttpServletRequest request) {
    return new ListFile<>(
        title,
        plain(request.getRequestURI()),
        messages,
        RequestContextUtils.getLocale(request),
        clock.instant());
  }

  /** The address of the list, as the name of a file. */
  private static String plain(String path) {
    return path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
