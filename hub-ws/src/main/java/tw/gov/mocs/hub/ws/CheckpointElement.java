package tw.gov.mocs.hub.ws;

import java.io.IOException;
import tw.gov.mocs.hub.audit.CheckpointRef;

/** The last checkpoint of the log as every signed message carries it: each caller is a witness. */
final class CheckpointElement {

  private CheckpointElement() {}

  /** Writes it; nothing before the first checkpoint. */
  static void write(CheckpointRef last, CanonicalWriter out) throws IOException {
    if (last.number() > 0) {
      out.raw("<checkpoint>")
          .element("number", Long.toString(last.number()))
          .element("hash", SoapAnswerWriter.base64(last.hash()))
          .raw("</checkpoint>");
    }
  }
}
