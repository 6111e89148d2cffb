package tw.gov.mocs.hub.ws;

import java.io.IOException;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.exchange.HubStatusAnswer;
import tw.gov.mocs.hub.exchange.HubStatusAnswer.ApplicationStatus;

/** Writes the answer to HubStatus as the contract says. */
final class StatusBody {

  private StatusBody() {}

  static void write(HubStatusAnswer status, CheckpointRef checkpoint, AnswerBody body)
      throws IOException {
    CanonicalWriter out = body.writer();
    out.raw("<HubStatusResponse xmlns=\"%s\">".formatted(Names.EXCHANGE))
        .element("requestId", status.requestId())
        .element("recordId", status.recordId())
        .element("agencyCode", status.agencyCode())
        .element("agencyName", status.agencyName())
        .element("certificateSerial", status.certificateSerial())
        .element("certificateDays", Long.toString(status.certificateDays()))
        .element("hubTime", SoapAnswerWriter.dateTime(status.hubTime()))
        .element("callerAddress", status.callerAddress());
    CheckpointElement.write(checkpoint, out);
    for (ApplicationStatus application : status.applications()) {
      write(application, out);
    }
    out.raw("</HubStatusResponse>");
    body.end();
  }

  private static void write(ApplicationStatus application, CanonicalWriter out) throws IOException {
    out.raw("<application>")
        .element("applicationNo", application.applicationNo())
        .element("status", application.status().name())
        .element("from", application.from().toString())
        .element("to", application.to().toString())
        .element("callsLeft", Long.toString(application.callsLeft()))
        .element("rowsLeft", Long.toString(application.rowsLeft()))
        .element("addressAllowed", Boolean.toString(application.addressAllowed()));
    for (String service : application.services()) {
      out.element("service", service);
    }
    out.raw("</application>");
  }
}
