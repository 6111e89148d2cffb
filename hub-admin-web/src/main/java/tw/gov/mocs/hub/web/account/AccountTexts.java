package tw.gov.mocs.hub.web.account;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;

/** What is wrong with a form about an account, in words. */
@Component
final class AccountTexts {

  /** Refusals that a form tells beside its inputs; any other is a page of its own. */
  private static final Set<ErrorCode> TOLD =
      Set.of(
          ErrorCode.CHANGED_MEANWHILE,
          ErrorCode.STATE_CONFLICT,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.OWN_ACCOUNT,
          ErrorCode.SECOND_PERSON_REQUIRED,
          ErrorCode.CERTIFICATE_NOT_IN_FORCE,
          ErrorCode.CERTIFICATE_USE_WRONG);

  private final MessageSource messages;

  AccountTexts(MessageSource messages) {
    this.messages = messages;
  }

  String text(String key, Locale locale, Object... told) {
    return String.valueOf(messages.getMessage(key, told, locale));
  }

  void reason(String reason, Faults faults, Locale locale) {
    faults.addReason(reason, AgencyRegister.LONGEST_REASON, (key, told) -> text(key, locale, told));
  }

  /** Adds the sentence of a refusal, or throws it on. */
  void refusal(HubException refusal, String field, Faults faults, Locale locale) {
    if (!TOLD.contains(refusal.code())) {
      throw refusal;
    }
    faults.add(field, refusal.sentence(locale));
  }

  static String words(String typed) {
    return typed.replace("\r\n", "\n").strip();
  }
}
