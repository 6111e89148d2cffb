package tw.gov.mocs.hub.web.audit;

import java.time.Instant;
import java.util.List;
import tw.gov.mocs.hub.web.sheet.ListFile;

/** The pages of a file. None is asked for after one that was not full: each search is an act. */
final class FullPages<T> implements ListFile.Rows<T> {

  private final ListFile.Rows<T> pages;
  private final int size;
  private boolean ended;

  FullPages(int size, ListFile.Rows<T> pages) {
    this.size = size;
    this.pages = pages;
  }

  @Override
  public List<T> page(int number, Instant before) {
    if (ended) {
      return List.of();
    }
    List<T> page = pages.page(number, before);
    ended = page.size() < size;
    return page;
  }
}
