package tw.gov.mocs.hub.web.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.DeliveryStatus;

/** What can be done with a file; each has a page that asks once more. */
public enum DeliveryAct {
  CANCEL,
  REISSUE;

  private static final Set<String> TOLD = Set.of("start", "cancel", "reissue");

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the state of this file does not forbid it. */
  public boolean fits(Delivery file) {
    return switch (this) {
      case CANCEL -> file.status().open();
      case REISSUE -> file.status() == DeliveryStatus.READY;
    };
  }

  /** The one that an address names; empty for any other text. */
  static Optional<DeliveryAct> named(String name) {
    return Arrays.stream(values()).filter(act -> act.path().equals(name)).findFirst();
  }

  /** What a page tells after an act; null for any other text. */
  static @Nullable String known(@Nullable String told) {
    return told != null && TOLD.contains(told) ? told : null;
  }
}
