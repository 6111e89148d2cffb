package tw.gov.mocs.hub.web.calls;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Why a call was refused, in plain words, and what its caller can do. */
@Component
public final class CallReasons {

  private final MessageSource messages;

  CallReasons(MessageSource messages) {
    this.messages = messages;
  }

  /** The codes that can stand in the records of an agency, by code: its signature had held. */
  public static List<ErrorCode> recorded() {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.code().compareTo(ErrorCode.ADDRESSING_MISMATCH.code()) >= 0)
        .filter(code -> code.code().compareTo(ErrorCode.NOT_FOUND.code()) < 0)
        .toList();
  }

  /** The reason; the values that the fault named are not in the log, so none is named here. */
  public String why(ErrorCode code, Locale locale) {
    String own = messages.getMessage("calls.why." + code, null, "", locale);
    return own == null || own.isEmpty() ? code.message(locale, List.of()) : own;
  }

  /** What helps. */
  public String whatToDo(ErrorCode code, Locale locale) {
    return messages.getMessage("calls.help." + code, null, locale);
  }
}
