package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Writes a refusal as a SOAP fault. It tells the code, the general sentence of the code and, once
 * the caller is known, what that sentence may name; never the detail.
 */
final class FaultBody {

  private static final String FAULT_DETAIL = "HubFault";

  private FaultBody() {}

  /**
   * Writes the fault and ends the Body.
   *
   * @param requestId as the caller gave it, if it was read from a message whose signature held
   * @param checkpoint the last one of the log; null in a fault that is not signed
   */
  static void write(
      HubException refusal,
      @Nullable String requestId,
      @Nullable CheckpointRef checkpoint,
      SoapVersion version,
      AnswerBody body)
      throws IOException {
    CanonicalWriter out = body.writer();
    String message = sentence(refusal, Locale.TRADITIONAL_CHINESE);
    String messageEn = sentence(refusal, Locale.ENGLISH);
    boolean caller = refusal.code().fault() == ErrorCode.Fault.CALLER;
    out.raw("<soap:Fault>");
    if (version == SoapVersion.V11) {
      out.element("faultcode", caller ? "soap:Client" : "soap:Server")
          .element("faultstring", message)
          .raw("<detail>");
      detail(refusal, requestId, checkpoint, out);
      out.raw("</detail>");
    } else {
      out.raw("<soap:Code>")
          .element("soap:Value", caller ? "soap:Sender" : "soap:Receiver")
          .raw("</soap:Code><soap:Reason><soap:Text xml:lang=\"zh-TW\">")
          .text(message)
          .raw("</soap:Text><soap:Text xml:lang=\"en\">")
          .text(messageEn)
          .raw("</soap:Text></soap:Reason><soap:Detail>");
      detail(refusal, requestId, checkpoint, out);
      out.raw("</soap:Detail>");
    }
    out.raw("</soap:Fault>");
    body.end();
  }

  private static void detail(
      HubException refusal,
      @Nullable String requestId,
      @Nullable CheckpointRef checkpoint,
      CanonicalWriter out)
      throws IOException {
    out.raw("<%s xmlns=\"%s\">".formatted(FAULT_DETAIL, Names.EXCHANGE))
        .element("code", refusal.code().code())
        .element("message", sentence(refusal, Locale.TRADITIONAL_CHINESE))
        .element("messageEn", sentence(refusal, Locale.ENGLISH));
    if (requestId != null) {
      out.element("requestId", requestId);
    }
    String recordId = refusal.recordId();
    if (recordId != null) {
      out.element("recordId", recordId);
    }
    if (checkpoint != null) {
      CheckpointElement.write(checkpoint, out);
    }
    out.raw("</" + FAULT_DETAIL + ">");
  }

  private static String sentence(HubException refusal, Locale locale) {
    List<String> told = refusal.told();
    return refusal.code().message(locale, told);
  }
}
