package tw.gov.mocs.hub.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A setting that must pass the very code that uses it at start, so that {@code check-config} passes
 * nothing that {@code serve} then refuses. An absent value passes.
 */
@Documented
@Constraint(validatedBy = CheckedValidator.class)
@Repeatable(Checked.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.TYPE_USE})
public @interface Checked {

  /** The code. */
  Class<? extends Check<?>> by();

  /** On a record: the component that a fault is reported of; all of it when empty. */
  String at() default "";

  /** Unused: the code says what is wrong. */
  String message() default "";

  /** As Jakarta Validation requires. */
  Class<?>[] groups() default {};

  /** As Jakarta Validation requires. */
  Class<? extends Payload>[] payload() default {};

  /** Several on one record. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.TYPE_USE})
  @interface All {

    /** All of them. */
    Checked[] value();
  }
}
