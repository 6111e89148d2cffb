package tw.gov.mocs.hub.client.open;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Each way in which a file is not opened; texts in {@code open*.properties}. */
enum OpenFailure {
  OPTION_MISSING(Kind.USAGE),
  FILE_MISSING(Kind.USAGE),
  FILE_UNREADABLE(Kind.USAGE),
  HUB_UNREADABLE(Kind.USAGE),
  SECRET_MISSING(Kind.USAGE),
  DIGEST_UNREADABLE(Kind.USAGE),
  CARD_AGENT(Kind.USAGE),

  NOT_SEALED(Kind.FILE),
  FORM_UNSUPPORTED(Kind.FILE),
  FILE_CUT(Kind.FILE),
  FILE_CHANGED(Kind.FILE),
  SIGNATURE_MISSING(Kind.FILE),
  SIGNATURE_INVALID(Kind.FILE),
  SIGNER_OTHER(Kind.FILE),
  SIGNER_NOT_IN_FORCE(Kind.FILE),
  CONTENT_OTHER(Kind.FILE),
  DIGEST_OTHER(Kind.FILE),
  /** Told beside another failure that a damaged file may have caused. */
  DIGEST_TO_COMPARE(Kind.FILE),

  OUTPUT_EXISTS(Kind.OUTPUT),
  OUTPUT_LEFT_BEHIND(Kind.OUTPUT),
  OUTPUT_UNWRITABLE(Kind.OUTPUT),
  DISK_FULL(Kind.OUTPUT),

  KEY_OTHER(Kind.KEY),
  KEY_NOT_OF_CERTIFICATE(Kind.KEY),
  CARD_LIBRARY(Kind.KEY),
  CARD_ABSENT(Kind.KEY),
  CARD_EMPTY(Kind.KEY),
  CARD_OTHER(Kind.KEY),
  CARD_REFUSES(Kind.KEY),
  PIN_WRONG(Kind.KEY),
  PIN_LOCKED(Kind.KEY),

  STOPPED(Kind.STOPPED);

  private final Kind kind;

  OpenFailure(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** One sentence: what happened and what to do. */
  String message(Locale locale, List<String> told) {
    return text(name(), locale, told);
  }

  static String text(String key, Locale locale, List<String> told) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "tw.gov.mocs.hub.client.open.open",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return MessageFormat.format(bundle.getString(key), told.toArray());
  }

  /** What the command ends with. */
  enum Kind {
    USAGE(2),
    FILE(3),
    OUTPUT(4),
    KEY(5),
    /** As a shell tells it of Ctrl-C. */
    STOPPED(130);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }
}
