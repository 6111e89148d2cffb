package tw.gov.mocs.hub.web.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.gov.mocs.hub.agency.CertificateState;

/** What can be done with a certificate; each has a page that asks once more. */
enum KeptAct {
  CONFIRM,
  DECLINE,
  SUSPEND,
  RESUME,
  LIMIT,
  END;

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static KeptAct named(String path) {
    return valueOf(path.toUpperCase(Locale.ROOT));
  }

  boolean fits(CertificateState state) {
    return switch (this) {
      case CONFIRM, DECLINE -> state == CertificateState.PROPOSED;
      case SUSPEND, LIMIT -> state == CertificateState.IN_USE;
      case RESUME -> state == CertificateState.SUSPENDED;
      case END -> state == CertificateState.IN_USE || state == CertificateState.SUSPENDED;
    };
  }

  static List<KeptAct> of(CertificateState state) {
    return Arrays.stream(values()).filter(act -> act.fits(state)).toList();
  }
}
