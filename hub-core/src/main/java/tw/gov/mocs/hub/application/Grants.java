package tw.gov.mocs.hub.application;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The grants, kept in memory and read anew when changed. */
@Component
public class Grants {

  /** The grant of an application, in whatever state. */
  public Optional<Grant> find(ApplicationNumber number) {
    throw new UnsupportedOperationException("being built");
  }

  /** The grants of an agency, in whatever state. */
  public Collection<Grant> of(long agencyId) {
    throw new UnsupportedOperationException("being built");
  }
}
