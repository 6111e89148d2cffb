package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The kinds of things that acts are on, and how the log begins the name of one. */
public enum SubjectKind {
  WEB_SERVICE("APSQ"),
  ONE_TIME_FILE("APFQ"),
  SERVICE("SQ_"),
  AGENCY("agency "),
  ACCOUNT("account "),
  CERTIFICATE("certificate "),
  INCIDENT("incident "),
  SETTING("setting "),
  NOTICE("notice "),
  ANNOUNCEMENT("announcement "),
  DOWNLOAD("download "),
  FAQ("faq "),
  LINK("link "),
  PAGE("page "),
  RECORD("record "),
  CALLS("calls"),
  ACTS("acts"),
  USAGE("usage"),
  PERSON("person"),
  STRANGERS("strangers"),
  LOG("log rows "),
  ARCHIVE("archive "),
  SEARCH_INDEX("search index"),
  PORTAL("portal");

  private static final int INCIDENT_DIGITS = 8;

  private final String begin;

  SubjectKind(String begin) {
    this.begin = begin;
  }

  /** The one with this name; empty for any other text. */
  public static Optional<SubjectKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Of what the log calls so, or begins to call so; empty for tables, fields and code lists. */
  public static Optional<SubjectKind> of(String logged) {
    return Arrays.stream(values())
        .filter(kind -> kind.begins(logged))
        .max(Comparator.comparingInt(kind -> kind.begin.length()));
  }

  /** How the log begins the names of this kind that end as somebody typed. */
  public String logged(String typed) {
    if (!isNumbered()) {
      return begin;
    }
    boolean isShort = this == INCIDENT && typed.matches("\\d{1," + INCIDENT_DIGITS + "}");
    String number = isShort ? "0".repeat(INCIDENT_DIGITS - typed.length()) + typed : typed;
    return number.startsWith(begin) ? number : begin + number;
  }

  /** Which of them it is, as its name goes on. */
  public String rest(String logged) {
    return spellsItself() ? logged : logged.substring(Math.min(begin.length(), logged.length()));
  }

  /** Whether the code of one says by itself what it is. */
  public boolean spellsItself() {
    return this == WEB_SERVICE || this == ONE_TIME_FILE || this == SERVICE;
  }

  private boolean begins(String logged) {
    return isNumbered() && logged.startsWith(begin) || logged.equals(begin.strip());
  }

  /** Whether there are several of this kind. */
  private boolean isNumbered() {
    return begin.endsWith(" ") || spellsItself();
  }
}
