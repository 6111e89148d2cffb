package tw.gov.mocs.hub.application;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 來文: the official letter with which an agency sent in its application.
 *
 * @param on 來文日期
 * @param letterNo 文號
 * @param scan the letter itself
 * @param by the name of who recorded it
 * @param at when
 */
public record Letter(LocalDate on, String letterNo, Attachment scan, String by, Instant at) {

  /** Characters of 文號. */
  public static final int LONGEST_NUMBER = 60;

  /** What the log says of it. */
  String logged() {
    return "%s %s, scan %s".formatted(on, letterNo, scan.sha256());
  }
}
