package tw.gov.mocs.hub.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that an administrator may change while the hub runs, within these limits. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface AtRuntime {

  /** In what people type it. */
  Unit unit() default Unit.NONE;

  /** The least, in that unit. */
  long least() default 1;

  /** The most, in that unit; of a text its characters. */
  long most() default 200;

  /** In what a number is typed, and how many of the setting's own units (seconds) one is. */
  enum Unit {
    /** As it is. */
    NONE(1),
    /** Of an {@code int} of days. */
    DAYS(1),
    /** Of a duration. */
    DAYS_LONG(86_400),
    /** Of a duration. */
    HOURS_LONG(3_600),
    /** Of bytes. */
    MEGABYTES(1_048_576),
    /** 次. */
    CALLS(1),
    /** 筆. */
    ROWS(1);

    private final long scale;

    Unit(long scale) {
      this.scale = scale;
    }

    /** How many of the setting's own units (seconds of a duration) one of these is. */
    public long scale() {
      return scale;
    }
  }
}
