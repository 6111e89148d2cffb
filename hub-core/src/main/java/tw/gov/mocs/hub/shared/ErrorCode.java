package tw.gov.mocs.hub.shared;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every reason for which the hub refuses or fails, with the code that callers see.
 *
 * <p>The first digit tells where: 1 message, 2 signature, 3 certificate, 4 request, 5 grant, 6 the
 * hub itself, 7 rules of the portal and the administration. The texts stand in {@code
 * errors*.properties} beside this class; {@code docs/error-codes.md} explains each.
 */
public enum ErrorCode {
  MESSAGE_TOO_LARGE("HUB-1001", Fault.CALLER),
  CONTENT_TYPE_UNSUPPORTED("HUB-1002", Fault.CALLER),
  XML_MALFORMED("HUB-1003", Fault.CALLER),
  DOCTYPE_FORBIDDEN("HUB-1004", Fault.CALLER),
  XML_LIMIT_EXCEEDED("HUB-1005", Fault.CALLER),
  ENVELOPE_INVALID("HUB-1006", Fault.CALLER),
  METHOD_NOT_ALLOWED("HUB-1007", Fault.CALLER),
  MESSAGE_TOO_SLOW("HUB-1008", Fault.CALLER),
  SIGNATURE_MISSING("HUB-2001", Fault.CALLER),
  SIGNATURE_STRUCTURE("HUB-2002", Fault.CALLER),
  ALGORITHM_FORBIDDEN("HUB-2003", Fault.CALLER),
  SIGNED_PARTS_WRONG("HUB-2004", Fault.CALLER),
  SIGNATURE_INVALID("HUB-2005", Fault.CALLER),
  TIMESTAMP_INVALID("HUB-2006", Fault.CALLER),
  TIMESTAMP_EXPIRED("HUB-2007", Fault.CALLER),
  TIMESTAMP_AHEAD("HUB-2008", Fault.CALLER),
  TOKEN_UNSUPPORTED("HUB-2009", Fault.CALLER),
  ADDRESSING_MISMATCH("HUB-2010", Fault.CALLER),
  CERTIFICATE_UNTRUSTED("HUB-3001", Fault.CALLER),
  CERTIFICATE_NOT_IN_FORCE("HUB-3002", Fault.CALLER),
  CERTIFICATE_USE_WRONG("HUB-3003", Fault.CALLER),
  CERTIFICATE_WEAK("HUB-3004", Fault.CALLER),
  CERTIFICATE_REVOKED("HUB-3005", Fault.CALLER),
  REVOCATION_UNDETERMINED("HUB-3006", Fault.HUB),
  CERTIFICATE_NOT_REGISTERED("HUB-3007", Fault.CALLER),
  AGENCY_SUSPENDED("HUB-3008", Fault.CALLER),
  CERTIFICATE_NOT_FOR_CALLS("HUB-3009", Fault.CALLER),
  REPLAYED("HUB-4001", Fault.CALLER),
  REQUEST_ID_REPEATED("HUB-4002", Fault.CALLER),
  OPERATION_UNKNOWN("HUB-4003", Fault.CALLER),
  SOAP_ACTION_MISMATCH("HUB-4004", Fault.CALLER),
  SCHEMA_INVALID("HUB-4005", Fault.CALLER),
  SERVICE_CLOSED("HUB-4006", Fault.CALLER),
  CRITERION_INVALID("HUB-4007", Fault.CALLER),
  TOO_MANY_VALUES("HUB-4008", Fault.CALLER),
  CRITERION_REQUIRED("HUB-4009", Fault.CALLER),
  PAGE_TOKEN_INVALID("HUB-4010", Fault.CALLER),
  PAGE_TOKEN_EXPIRED("HUB-4011", Fault.CALLER),
  PURPOSE_INVALID("HUB-4012", Fault.CALLER),
  APPLICATION_NOT_USABLE("HUB-5001", Fault.CALLER),
  GRANT_SUSPENDED("HUB-5002", Fault.CALLER),
  GRANT_REVOKED("HUB-5003", Fault.CALLER),
  GRANT_NOT_IN_PERIOD("HUB-5004", Fault.CALLER),
  SERVICE_NOT_GRANTED("HUB-5005", Fault.CALLER),
  FIELD_NOT_GRANTED("HUB-5006", Fault.CALLER),
  FIELD_NOT_SEARCHABLE("HUB-5007", Fault.CALLER),
  ADDRESS_NOT_ALLOWED("HUB-5008", Fault.CALLER),
  CALL_QUOTA_EXCEEDED("HUB-5009", Fault.CALLER),
  ROW_QUOTA_EXCEEDED("HUB-5010", Fault.CALLER),
  ENCRYPTION_CERTIFICATE_MISSING("HUB-5011", Fault.CALLER),
  INTERNAL_ERROR("HUB-6001", Fault.HUB),
  DATABASE_UNAVAILABLE("HUB-6002", Fault.HUB),
  SOURCE_UNAVAILABLE("HUB-6003", Fault.HUB),
  LOG_UNAVAILABLE("HUB-6004", Fault.HUB),
  BUSY("HUB-6005", Fault.HUB),
  SPOOL_FULL("HUB-6006", Fault.HUB),
  NOT_FOUND("HUB-7001", Fault.CALLER),
  STATE_CONFLICT("HUB-7002", Fault.CALLER),
  VALUE_INVALID("HUB-7003", Fault.CALLER),
  CHANGED_MEANWHILE("HUB-7004", Fault.CALLER),
  DUTIES_NOT_SEPARATE("HUB-7005", Fault.CALLER),
  ALREADY_EXISTS("HUB-7006", Fault.CALLER),
  SOURCE_DRIFT("HUB-7007", Fault.HUB),
  NOT_PERMITTED("HUB-7008", Fault.CALLER),
  SETTINGS_INVALID("HUB-7009", Fault.HUB),
  FILE_UNUSABLE("HUB-7010", Fault.HUB),
  CERTIFICATE_MISSING("HUB-7011", Fault.CALLER),
  FONTS_MISSING("HUB-7012", Fault.HUB),
  SIGNER_DIFFERS("HUB-7031", Fault.CALLER),
  SIGNING_EXPIRED("HUB-7032", Fault.CALLER),
  ALREADY_SUBMITTED("HUB-7033", Fault.CALLER),
  SIGNED_CONTENT_WRONG("HUB-7034", Fault.CALLER),
  HANDSHAKE_NOT_ALLOWED("HUB-7035", Fault.CALLER),
  CHALLENGE_UNUSABLE("HUB-7041", Fault.CALLER),
  POSSESSION_NOT_PROVEN("HUB-7042", Fault.CALLER),
  FILE_EMPTY("HUB-7101", Fault.CALLER),
  FILE_TOO_LARGE("HUB-7102", Fault.CALLER),
  FILE_NAME_INVALID("HUB-7103", Fault.CALLER),
  FILE_NAME_TOO_LONG("HUB-7104", Fault.CALLER),
  FILE_EXTENSION_DOUBLE("HUB-7105", Fault.CALLER),
  FILE_TYPE_NOT_ALLOWED("HUB-7106", Fault.CALLER),
  FILE_TYPE_MISMATCH("HUB-7107", Fault.CALLER),
  FILE_UNREADABLE("HUB-7108", Fault.CALLER),
  FILE_HOLDS_MACROS("HUB-7109", Fault.CALLER),
  FILE_HOLDS_ARCHIVE("HUB-7110", Fault.CALLER),
  FILE_EXPANDS_TOO_MUCH("HUB-7111", Fault.CALLER),
  FILE_INFECTED("HUB-7112", Fault.CALLER),
  SCANNER_UNAVAILABLE("HUB-7113", Fault.HUB),
  FILE_STORE_UNAVAILABLE("HUB-7114", Fault.HUB),
  TOO_MANY_FILES("HUB-7115", Fault.CALLER),
  FILE_STORE_FULL("HUB-7116", Fault.HUB),
  DELIVERY_CERTIFICATE_UNUSABLE("HUB-7121", Fault.CALLER),
  DELIVERY_TAKEN("HUB-7122", Fault.CALLER),
  DELIVERY_TICKET_OVER("HUB-7123", Fault.CALLER),
  DELIVERY_GONE("HUB-7124", Fault.CALLER),
  DELIVERY_RANGE_AHEAD("HUB-7125", Fault.CALLER),
  LETTER_MISSING("HUB-7201", Fault.CALLER),
  OWN_ACCOUNT("HUB-7301", Fault.CALLER),
  SECOND_PERSON_REQUIRED("HUB-7302", Fault.CALLER),
  ANCHOR_NEEDED("HUB-7303", Fault.CALLER),
  ANCHOR_IN_SETTINGS("HUB-7304", Fault.CALLER),
  SETTING_FIXED("HUB-7601", Fault.CALLER),
  SETTING_UNFIT("HUB-7602", Fault.CALLER),
  TEST_CERTIFICATES_GIVEN("HUB-7701", Fault.CALLER);

  /** Whose fault it is: SOAP 1.1 Client or Server, SOAP 1.2 Sender or Receiver. */
  public enum Fault {
    CALLER,
    HUB
  }

  private static final String BUNDLE = "tw.gov.mocs.hub.shared.errors";

  /**
   * The codes of what has failed: the hub, or what it needs, is the reason and not the caller. A
   * call that ended with another one was refused.
   */
  public static final Set<String> FAILURES =
      Arrays.stream(values())
          .filter(one -> one.fault == Fault.HUB)
          .map(ErrorCode::code)
          .collect(Collectors.toUnmodifiableSet());

  private final String code;
  private final Fault fault;

  ErrorCode(String code, Fault fault) {
    this.code = code;
    this.fault = fault;
  }

  /** The code as callers see it, for example {@code HUB-1001}. */
  public String code() {
    return code;
  }

  /** Whose fault it is. */
  public Fault fault() {
    return fault;
  }

  /**
   * The sentence for a person.
   *
   * @param locale English for {@link Locale#ENGLISH}, else zh-TW
   * @param told the values of the places {0}, {1} … ; a missing one leaves its place unfilled
   */
  public String message(Locale locale, List<String> told) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(BUNDLE_FORMAT));
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    List<String> words =
        told.stream().map(english ? ToldWords::inEnglish : ToldWords::inChinese).toList();
    String sentence = bundle.getString(name());
    return MessageFormat.format(english ? sentence : joined(sentence, words), words.toArray());
  }

  /** A blank sets off numbers and codes; between two Chinese words there is none. */
  private static String joined(String sentence, List<String> told) {
    String joined = sentence;
    for (int place = 0; place < told.size(); place++) {
      String word = "{" + place + "}";
      if (told.get(place).matches("(?s)\\p{IsHan}.*")) {
        joined = joined.replace(" " + word, word);
      }
      if (told.get(place).matches("(?s).*\\p{IsHan}")) {
        joined = joined.replace(word + " ", word);
      }
    }
    return joined;
  }

  private static final List<String> BUNDLE_FORMAT = ResourceBundle.Control.FORMAT_PROPERTIES;
}
