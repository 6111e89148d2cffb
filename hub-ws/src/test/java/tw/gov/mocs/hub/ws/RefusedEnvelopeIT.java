package tw.gov.mocs.hub.ws;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Envelopes whose structure is refused. */
class RefusedEnvelopeIT extends Refusing {

  private static String body(String content) {
    return "<s:Body>" + content + "</s:Body>";
  }

  @Test
  void noEnvelope() {
    refuses(ErrorCode.ENVELOPE_INVALID, "<a/>");
  }

  @Test
  void envelopeOfUnknownVersion() {
    refuses(ErrorCode.ENVELOPE_INVALID, "<s:Envelope xmlns:s='urn:soap'/>");
  }

  @Test
  void twoBodies() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage()
            .signThen(text -> text.replace("</s:Envelope>", body("<a/>") + "</s:Envelope>")));
  }

  @Test
  void bodyBeforeTheSignedOne() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage().signThen(text -> text.replace("<s:Body", body("<a/>") + "<s:Body")));
  }

  @Test
  void bodyInTheHeader() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        changed(
            document -> {
              Element body = bodyOf(document);
              Element fake = (Element) body.cloneNode(true);
              fake.removeAttributeNS(Names.WSU, "Id");
              body.getParentNode().replaceChild(fake, body);
              headerOf(document).appendChild(body);
            }));
  }

  @Test
  void wrappedBody() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        changed(
            document -> {
              Element body = bodyOf(document);
              Element fake = (Element) body.cloneNode(false);
              fake.setAttributeNS(Names.WSU, "wsu:Id", "other");
              Element wrapper = document.createElementNS("urn:w", "w");
              body.getParentNode().replaceChild(fake, body);
              fake.appendChild(wrapper);
              wrapper.appendChild(body);
            }));
  }

  @Test
  void bodyOfTheOtherVersionInside() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        changed(
            document ->
                headerOf(document)
                    .appendChild(document.createElementNS(SoapVersion.V12.namespace(), "t:Body"))));
  }

  @Test
  void somethingAfterTheBody() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage().signThen(text -> text.replace("</s:Envelope>", "<a/></s:Envelope>")));
  }

  @Test
  void emptyBody() {
    refuses(ErrorCode.ENVELOPE_INVALID, new SignedMessage().payload(""));
  }

  @Test
  void bodyWithTwoElements() {
    refuses(ErrorCode.ENVELOPE_INVALID, new SignedMessage().payload("<a/><b/>"));
  }

  @Test
  void headerThatMustBeUnderstood() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage().headers("<h xmlns='urn:h' s:mustUnderstand='1'/>"));
  }

  @Test
  void headerThatTheNextMustUnderstand() {
    refuses(
        ErrorCode.ENVELOPE_INVALID,
        new SignedMessage()
            .headers(
                "<h xmlns='urn:h' s:mustUnderstand='1'"
                    + " s:actor='http://schemas.xmlsoap.org/soap/actor/next'/>"));
  }
}
