package tw.gov.mocs.hub.web.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging a presented certificate.
 *
 * @param verdict what the portal thinks of it
 * @param owner whose it is, good or not; null where nobody registered it
 */
record Judgement(CardVerdict verdict, @Nullable CardHolder owner) {

  /** Who may log in with it. */
  Optional<CardHolder> holder() {
    return verdict == CardVerdict.KNOWN ? Optional.ofNullable(owner) : Optional.empty();
  }
}
