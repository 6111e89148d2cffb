package tw.gov.mocs.hub.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Constructor;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Runs the code that {@link Checked} names. */
public final class CheckedValidator implements ConstraintValidator<Checked, Object> {

  private String at = "";
  private @Nullable Check<Object> check;

  @Override
  @SuppressWarnings("unchecked")
  public void initialize(Checked checked) {
    at = checked.at();
    try {
      Constructor<? extends Check<?>> made = checked.by().getDeclaredConstructor();
      made.setAccessible(true);
      check = (Check<Object>) made.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(checked.by() + " has no constructor without arguments", e);
    }
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    if (value == null || check == null) {
      return true;
    }
    try {
      check.check(value);
      return true;
    } catch (RuntimeException e) {
      context.disableDefaultConstraintViolation();
      var fault =
          context
              .unwrap(HibernateConstraintValidatorContext.class)
              .addMessageParameter("why", String.valueOf(e.getMessage()))
              .buildConstraintViolationWithTemplate("{why}");
      if (at.isEmpty()) {
        fault.addConstraintViolation();
      } else {
        fault.addPropertyNode(at).addConstraintViolation();
      }
      return false;
    }
  }
}
