package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Puts header and Body into an envelope and sends it, once it is complete. */
final class AnswerSender {

  static final byte[] END = CanonicalWriter.bytes("</soap:Envelope>");

  private final AnswerSigner signer;

  AnswerSender(AnswerSigner signer) {
    this.signer = signer;
  }

  /** Signs the answer and lets it go; it is sent when the servlet has ended. */
  void send(Answer answer, HttpServletResponse response) throws IOException {
    AnswerBody body = answer.body();
    boolean given = false;
    try {
      ByteArrayOutputStream before = new ByteArrayOutputStream(8192);
      before.write(start(answer.version()));
      if (answer.signed()) {
        before.write(signer.header(body, answer.relatesTo(), answer.action()));
      }
      response.setStatus(answer.status());
      response.setContentType(answer.version().contentType());
      response.setHeader("Cache-Control", "no-store");
      LeavingAnswer.of(response).give(new SpooledAnswer(before.toByteArray(), body.spool(), END));
      given = true;
    } finally {
      if (!given) {
        body.close();
      }
    }
  }

  /** How every envelope of the hub begins. */
  static byte[] start(SoapVersion version) {
    return CanonicalWriter.bytes("<soap:Envelope xmlns:soap=\"" + version.namespace() + "\">");
  }
}
