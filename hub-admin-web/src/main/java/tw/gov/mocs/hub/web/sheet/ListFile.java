package tw.gov.mocs.hub.web.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.web.layout.Faults;

/**
 * A list of the portal as a file: a list names its columns and where its rows come from, page by
 * page. Only one page of rows is in memory.
 */
public final class ListFile<T> {

  /** How many rows are read at once, where no search has a limit of its own. */
  public static final int AT_ONCE = 1_000;

  /** Where the rows come from. */
  @FunctionalInterface
  public interface Rows<T> {

    /**
     * The rows of a page; none after the last.
     *
     * @param number from 1
     * @param before when the file was begun: what came later is left out, where the list knows it,
     *     so that its pages do not move meanwhile
     */
    List<T> page(int number, Instant before);

    /** All rows at once, of a list that has no pages. */
    static <T> Rows<T> of(List<T> rows) {
      return (number, before) -> number == 1 ? rows : List.of();
    }
  }

  private final String title;
  private final String plain;
  private final MessageSource messages;
  private final Locale locale;
  private final Instant begun;
  private final List<Column<T>> columns = new ArrayList<>();

  ListFile(String title, String plain, MessageSource messages, Locale locale, Instant begun) {
    this.title = title;
    this.plain = plain;
    this.messages = messages;
    this.locale = locale;
    this.begun = begun;
  }

  /**
   * One more column.
   *
   * @param heading the key of its heading
   * @param value as {@link Column#value}
   */
  public ListFile<T> column(String heading, Function<T, @Nullable Object> value) {
    columns.add(Column.of(text(heading), value));
    return this;
  }

  /** A text in the language of the reader. */
  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** In which language its reader reads. */
  public Locale locale() {
    return locale;
  }

  /** Its title, without what programs that fetch files must quote. */
  private String fileName() {
    return text(title).strip().replaceAll("[\\s\\[\\]()（）]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * The same of criteria that may have faults: by those nothing is looked for, as in the list.
   *
   * @param faults of the criteria
   */
  public void send(String format, Faults faults, Rows<T> rows, HttpServletResponse response)
      throws IOException {
    send(format, faults.isEmpty() ? rows : Rows.of(List.of()), response);
  }

  /**
   * Sends it, row by row.
   *
   * @param format as the address names it; NOT_FOUND for what is none
   */
  public void send(String format, Rows<T> rows, HttpServletResponse response) throws IOException {
    SheetFormat known = SheetFormat.get(format);
    Iterator<T> all =
        IntStream.iterate(1, page -> page + 1)
            .mapToObj(page -> rows.page(page, begun))
            .takeWhile(page -> !page.isEmpty())
            .flatMap(List::stream)
            .iterator();
    // Reads the first page: a list that cannot be read is a page that says so, not a broken file.
    boolean unused = all.hasNext();
    SaveAs.headers(known.fileName(fileName()), plain, known.mediaType())
        .forEach((header, values) -> response.setHeader(header, values.get(0)));
    known.write(new Sheet<>(text(title), columns, all), response.getOutputStream());
    response.flushBuffer();
  }
}
