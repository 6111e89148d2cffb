package tw.gov.mocs.hub.web.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging a presented certificate.
 *
 * @param verdict what the portal thinks of it
 * @param known whose it is; null unless the verdict is KNOWN
 */
record Judgement(CardVerdict verdict, @Nullable CardHolder known) {

  Optional<CardHolder> holder() {
    return Optional.ofNullable(known);
  }
}
