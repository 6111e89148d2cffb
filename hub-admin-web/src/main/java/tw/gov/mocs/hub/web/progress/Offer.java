package tw.gov.mocs.hub.web.progress;

import java.util.List;
import tw.gov.mocs.hub.application.ApplicationLine;

/**
 * What can be taken away for an application that was granted, as its line and its detail page offer
 * it.
 *
 * @param column where it stands
 * @param textKey of the link's text in the messages
 * @param href where it leads
 */
public record Offer(Column column, String textKey, String href) {

  /** The columns of the manual. */
  public enum Column {
    /** 介接模組. */
    MODULE,
    /** 資料交換: 下載, 解密程式. */
    EXCHANGE
  }

  /**
   * Whoever has such things to offer is a bean of this type; while there is none, none is shown.
   */
  public interface Source {

    /** What there is for this application. */
    List<Offer> of(ApplicationLine line);
  }
}
