package tw.gov.mocs.hub.app.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The PIN of the card, or none. Guarantee: after three wrong ones in a row the card is locked until
 * the agent is started anew.
 */
final class CardPin {

  static final int LOCKED = 0xA4;
  static final int ONE_TRY_LEFT = -2147483647;
  static final int TWO_TRIES_LEFT = -2147483646;

  private final byte @Nullable [] pin;
  private int triesLeft = 3;

  CardPin(@Nullable String pin) {
    this.pin = pin == null ? null : pin.getBytes(StandardCharsets.UTF_8);
  }

  /** Throws with the number of tries that are left, as the card component tells it. */
  synchronized void require(String given) {
    if (pin == null) {
      return;
    }
    if (given.isEmpty()) {
      throw new CardException(RetCode.PIN_MISSING);
    }
    if (triesLeft > 0 && MessageDigest.isEqual(pin, given.getBytes(StandardCharsets.UTF_8))) {
      triesLeft = 3;
      return;
    }
    triesLeft = Math.max(0, triesLeft - 1);
    throw new CardException(
        RetCode.LOGIN_FAILED,
        switch (triesLeft) {
          case 2 -> TWO_TRIES_LEFT;
          case 1 -> ONE_TRY_LEFT;
          default -> LOCKED;
        });
  }
}
