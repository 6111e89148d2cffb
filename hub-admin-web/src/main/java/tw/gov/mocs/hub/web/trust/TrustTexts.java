package tw.gov.mocs.hub.web.trust;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.AnchorControl;
import tw.gov.mocs.hub.web.layout.Faults;

/** What is wrong with a form about an authority, in words. */
@Component
final class TrustTexts {

  /** Refusals that a form tells beside its inputs; any other is a page of its own. */
  private static final Set<ErrorCode> TOLD =
      Set.of(
          ErrorCode.VALUE_INVALID,
          ErrorCode.CERTIFICATE_WEAK,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.STATE_CONFLICT,
          ErrorCode.NOT_FOUND,
          ErrorCode.SECOND_PERSON_REQUIRED,
          ErrorCode.ANCHOR_NEEDED,
          ErrorCode.ANCHOR_IN_SETTINGS);

  private final MessageSource messages;

  TrustTexts(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  void reason(String reason, Faults faults, Locale locale) {
    faults.addReason(reason, AnchorControl.LONGEST_REASON, (key, told) -> text(key, locale, told));
  }

  /** Adds the sentence of a refusal, or throws it on. */
  void refusal(HubException refusal, String field, Faults faults, Locale locale) {
    ErrorCode code = refusal.code();
    if (!TOLD.contains(code)) {
      throw refusal;
    }
    String said =
        code == ErrorCode.CERTIFICATE_WEAK
            ? text("trust.fault.weak", locale)
            : code == ErrorCode.ALREADY_EXISTS
                ? text("trust.fault.exists", locale)
                : code.message(locale, refusal.told());
    faults.add(field, "%s (%s)".formatted(said, code.code()));
  }

  static String words(String typed) {
    return typed.replace("\r\n", "\n").strip();
  }
}
