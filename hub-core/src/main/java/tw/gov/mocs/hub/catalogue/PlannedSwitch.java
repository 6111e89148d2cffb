package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;

/**
 * An announced change of a service: an open one closes, a closed one opens.
 *
 * @param day the first day, by Taipei time, on which it is changed
 * @param notice what people and, after it has closed, callers are told; may be empty
 */
public record PlannedSwitch(LocalDate day, String notice) {}
