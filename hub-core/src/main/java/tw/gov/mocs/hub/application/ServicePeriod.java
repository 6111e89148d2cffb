package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** 服務使用起迄: both days included, by Taipei time. */
public record ServicePeriod(LocalDate from, LocalDate to) {

  /** Refuses a period that ends before it begins. */
  public ServicePeriod {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period must not end before it begins");
    }
  }

  /** Whether the day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
