package tw.gov.mocs.hub.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Puts header and Body into an envelope and sends it, once it is complete. */
final class AnswerSender {

  static final byte[] END = CanonicalWriter.bytes("</soap:Envelope>");

  private final AnswerSigner signer;

  AnswerSender(AnswerSigner signer) {
    this.signer = signer;
  }

  /** Signs, sends and closes the answer. */
  void send(Answer answer, HttpServletResponse response) throws IOException {
    try (AnswerBody body = answer.body()) {
      byte[] header =
          answer.signed() ? signer.header(body, answer.relatesTo(), answer.action()) : new byte[0];
      byte[] start = start(answer.version());
      response.setStatus(answer.status());
      response.setContentType(answer.version().contentType());
      response.setHeader("Cache-Control", "no-store");
      response.setContentLengthLong(
          start.length + header.length + body.spool().length() + END.length);
      OutputStream out = response.getOutputStream();
      out.write(start);
      out.write(header);
      body.spool().copyTo(out);
      out.write(END);
      out.close();
    }
  }

  /** How every envelope of the hub begins. */
  static byte[] start(SoapVersion version) {
    return CanonicalWriter.bytes("<soap:Envelope xmlns:soap=\"" + version.namespace() + "\">");
  }
}
