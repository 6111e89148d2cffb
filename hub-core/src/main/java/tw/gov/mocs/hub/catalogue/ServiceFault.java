package tw.gov.mocs.hub.catalogue;

import java.util.List;

/**
 * What is wrong with the draft of a service.
 *
 * @param place where
 * @param name which of several: a field as the draft names it, or the table of a join; else empty
 * @param kind why
 * @param told what the sentence names
 */
public record ServiceFault(Place place, String name, Kind kind, List<String> told) {

  /** Copies what is told. */
  public ServiceFault {
    told = List.copyOf(told);
  }

  static ServiceFault of(Place place, Kind kind, String... told) {
    return new ServiceFault(place, "", kind, List.of(told));
  }

  static ServiceFault at(Place place, String name, Kind kind, String... told) {
    return new ServiceFault(place, name, kind, List.of(told));
  }

  /** A part of a draft. */
  public enum Place {
    CODE,
    NAME,
    NAME_EN,
    CATEGORY,
    CATEGORY_EN,
    DESCRIPTION,
    DESCRIPTION_EN,
    TABLE,
    KEY,
    JOINS,
    FIELDS,
    /** What this service alone calls a field. */
    LABEL,
    LABEL_EN,
    FIELD_DESCRIPTION,
    ENDS,
    ANY_OF,
    RANGE_FIELD,
    RANGE_DAYS,
    PURPOSE
  }

  /** Why it is refused. */
  public enum Kind {
    MISSING,
    TOO_LONG,
    /** It holds an identity number, which would stand in the log for ever. */
    NUMBER,
    /** There is no such table, column or field. */
    UNKNOWN,
    /** The same twice: a field, or a table. */
    REPEATED,
    /** The table has no unique column, so its rows cannot be paged. */
    NO_KEY,
    /** More joins than a service can have. */
    TOO_MANY,
    /** Each table is found from the other. */
    CYCLE,
    /** The column is not unique in the joined table: a row would come several times. */
    NOT_UNIQUE,
    /** The two columns hold values of different types. */
    OTHER_TYPE,
    /** Neither a field nor another table is taken from it. */
    IDLE,
    /** Another table of the service has a field of this element name. */
    TAKEN,
    /** A service of persons says what a call must narrow itself by. */
    NEEDS_CRITERIA,
    /** A required criterion is not a field that this service lets search so. */
    NOT_SEARCHABLE,
    /** Not a number of days from 1 to 3660. */
    NO_DAYS,
    /** The day is not after today. */
    PAST,
    /** The source has it no more. */
    VANISHED,
    /** The source holds values that do not fit the field. */
    RETYPED,
    /** The source does not answer. */
    SILENT,
    /** Callers read it: it would be another table. */
    BREAKS_TABLE,
    /** Calls under way have got to a value of the key. */
    BREAKS_KEY,
    /** Callers read it: rows would be joined otherwise. */
    BREAKS_JOIN,
    /** Grants narrow their rows by a field of the table. */
    BREAKS_CONDITION,
    /** Callers read the field. */
    BREAKS_FIELD,
    /** Callers search by the field. */
    BREAKS_SEARCH,
    /** Callers were told a later day. */
    BREAKS_END,
    /** Calls that are answered now would be refused. */
    BREAKS_CRITERIA,
    /** Purposes that are accepted now would be refused. */
    BREAKS_PURPOSE
  }
}
