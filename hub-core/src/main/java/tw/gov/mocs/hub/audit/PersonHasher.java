package tw.gov.mocs.hub.audit;

import org.springframework.stereotype.Component;

/** Turns identity numbers into keyed hashes. */
@Component
public class PersonHasher {

  /** The hash under the present key of the number, normalised (trimmed, capitals). */
  public PersonHash hash(String identityNumber) {
    throw new UnsupportedOperationException("being built");
  }
}
