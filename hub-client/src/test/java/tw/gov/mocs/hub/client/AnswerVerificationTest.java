package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.failureOf;
import static tw.gov.mocs.hub.client.ClientFixture.good;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An answer is believed only when the hub signed it, all of it, now, for this request. */
class AnswerVerificationTest {

  @Test
  void believesGoodAnswer() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good)) {
      HubAnswer answer = client(hub).build().call(request());
      assertThat(answer.rows())
          .singleElement()
          .extracting(r -> r.text("name").orElseThrow())
          .isEqualTo("王小明");
      assertThat(answer.recordId()).isEqualTo("R-1");
      assertThat(answer.checkpoint())
          .contains(new HubAnswer.Checkpoint(7, Answers.CHECKPOINT_HASH));
      assertThat(answer.nextPage()).isEmpty();
    }
  }

  @Test
  void believesAnswerSignedWithEllipticCurve() throws Exception {
    Identity ec = new Identity.Maker("CN=Hub EC").ec().make(ROOT);
    try (LoopbackHub hub = new LoopbackHub(a -> signedBy(ec, a))) {
      HubClient client = client(hub).trustHub(ec.certificate(), HUB.certificate()).build();
      assertThat(client.call(request()).rows()).hasSize(1);
    }
  }

  @Test
  void believesCertificateOfAuthorityAndSubject() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good)) {
      assertThat(client(hub).trustHub(issued("CN=Hub,C=TW")).build().call(request()).rows())
          .hasSize(1);
    }
  }

  @Test
  void refusesOtherSubjectOfTheSameAuthority() throws Exception {
    Identity other = ROOT.issue("CN=Agency B,C=TW");
    try (LoopbackHub hub = new LoopbackHub(a -> signedBy(other, a))) {
      assertThat(failureOf(client(hub).trustHub(issued("CN=Hub,C=TW")).build()))
          .isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void refusesSameSubjectOfOtherAuthority() throws Exception {
    Identity other = Identity.authority("CN=Root,C=TW").issue("CN=Hub,C=TW");
    try (LoopbackHub hub = new LoopbackHub(a -> signedBy(other, a))) {
      assertThat(failureOf(client(hub).trustHub(issued("CN=Hub,C=TW")).build()))
          .isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void refusesCertificateWithoutThePolicy() throws Exception {
    HubTrust trust =
        HubTrust.issuedBy(List.of(ROOT.certificate()), new X500Principal("CN=Hub,C=TW"), "1.2.3.4");
    try (LoopbackHub hub = new LoopbackHub(ClientFixture::good)) {
      assertThat(failureOf(client(hub).trustHub(trust).build()))
          .isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void refusesOtherKey() throws Exception {
    Identity other = ROOT.issue("CN=Hub,C=TW");
    assertThat(failureOf(a -> signedBy(other, a))).isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void refusesTheHubsCertificateWithAnotherKey() throws Exception {
    Identity thief = new Identity(ROOT.issue("CN=X").keys(), HUB.certificate());
    assertThat(failureOf(a -> signedBy(thief, a))).isEqualTo(Failure.SIGNATURE_INVALID);
  }

  @Test
  void refusesChangedByte() throws Exception {
    assertThat(failureOf(a -> good(a).replace("王小明", "王大明"))).isEqualTo(Failure.CONTENT_CHANGED);
  }

  @Test
  void refusesChangedTimestamp() throws Exception {
    assertThat(failureOf(a -> good(a).replaceFirst("<u:Created>20..", "<u:Created>2027")))
        .isEqualTo(Failure.CONTENT_CHANGED);
  }

  @Test
  void refusesWrappedBodyWithNewId() throws Exception {
    assertThat(failureOf(a -> wrapped(a, "other"))).isEqualTo(Failure.SIGNED_PARTS_WRONG);
  }

  @Test
  void refusesWrappedBodyWithTheSameId() throws Exception {
    assertThat(failureOf(a -> wrapped(a, "answer-body"))).isEqualTo(Failure.SIGNATURE_STRUCTURE);
  }

  @Test
  void refusesSecondBody() throws Exception {
    assertThat(failureOf(a -> good(a).replace("</s:Envelope>", "<s:Body/></s:Envelope>")))
        .isEqualTo(Failure.SIGNATURE_STRUCTURE);
  }

  @Test
  void refusesSecondSignature() throws Exception {
    assertThat(
            failureOf(
                a ->
                    good(a)
                        .replace(
                            "</s:Header>",
                            "<d:Signature xmlns:d=\"" + Namespaces.DSIG + "\"/></s:Header>")))
        .isEqualTo(Failure.SIGNATURE_STRUCTURE);
  }

  @Test
  void refusesUnsignedAnswer() throws Exception {
    assertThat(failureOf(a -> new AnswerSigner(HUB).unsigned(Answers.rows(a, ""))))
        .isEqualTo(Failure.SIGNATURE_MISSING);
  }

  @Test
  void refusesAnswerWhoseTimestampIsNotSigned() throws Exception {
    assertThat(failureOf(a -> new AnswerSigner(HUB).parts("answer-body").sign(Answers.rows(a, ""))))
        .isEqualTo(Failure.SIGNED_PARTS_WRONG);
  }

  @Test
  void refusesAnswerWhoseBodyIsNotSigned() throws Exception {
    assertThat(failureOf(a -> new AnswerSigner(HUB).parts("answer-time").sign(Answers.rows(a, ""))))
        .isEqualTo(Failure.SIGNED_PARTS_WRONG);
  }

  @Test
  void refusesStaleAnswer() throws Exception {
    assertThat(failureOf(a -> created(a, Instant.now().minusSeconds(301))))
        .isEqualTo(Failure.TIMESTAMP_STALE);
  }

  @Test
  void refusesAnswerFromTheFuture() throws Exception {
    assertThat(failureOf(a -> created(a, Instant.now().plusSeconds(90))))
        .isEqualTo(Failure.TIMESTAMP_AHEAD);
  }

  @Test
  void refusesAnswerToAnotherRequest() throws Exception {
    assertThat(
            failureOf(
                a ->
                    new AnswerSigner(HUB)
                        .sign(Answers.rows(a.requestId(), "c29tZXRoaW5nIGVsc2U=", ""))))
        .isEqualTo(Failure.REQUEST_DIGEST_WRONG);
  }

  @Test
  void refusesOtherRequestId() throws Exception {
    assertThat(
            failureOf(a -> new AnswerSigner(HUB).sign(Answers.rows("other", a.bodyDigest(), ""))))
        .isEqualTo(Failure.REQUEST_ID_WRONG);
  }

  @Test
  void refusesAnswerOfAnotherOperation() throws Exception {
    assertThat(
            failureOf(
                a ->
                    new AnswerSigner(HUB)
                        .sign(Answers.rows(a, "").replace("SQ_TA_001", "SQ_TA_002"))))
        .isEqualTo(Failure.ANSWER_NOT_OF_CONTRACT);
  }

  @Test
  void refusesSha1Signature() throws Exception {
    assertThat(
            failureOf(
                a ->
                    good(a)
                        .replace(
                            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                            "http://www.w3.org/2000/09/xmldsig#rsa-sha1")))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }

  @Test
  void refusesSha1Digest() throws Exception {
    assertThat(
            failureOf(
                a ->
                    good(a)
                        .replace(
                            "http://www.w3.org/2001/04/xmlenc#sha256",
                            "http://www.w3.org/2000/09/xmldsig#sha1")))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }

  @Test
  void refusesOtherTransform() throws Exception {
    assertThat(
            failureOf(
                a ->
                    good(a)
                        .replace(
                            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/"
                                + "REC-xslt-19991116\"")))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }

  @Test
  void refusesExpiredCertificate() throws Exception {
    Identity old = new Identity.Maker("CN=Hub").until(Instant.now().minusSeconds(3600)).make(ROOT);
    assertThat(failureWhenPinned(old)).isEqualTo(Failure.CERTIFICATE_NOT_IN_FORCE);
  }

  @Test
  void refusesCertificateThatMayNotSign() throws Exception {
    Identity other = new Identity.Maker("CN=Hub").usage(KeyUsage.keyEncipherment).make(ROOT);
    assertThat(failureWhenPinned(other)).isEqualTo(Failure.CERTIFICATE_WEAK);
  }

  @Test
  void refusesShortKey() throws Exception {
    Identity weak = new Identity.Maker("CN=Hub").rsaBits(1024).make(ROOT);
    assertThat(failureWhenPinned(weak)).isEqualTo(Failure.CERTIFICATE_WEAK);
  }

  private static Failure failureWhenPinned(Identity signer) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(a -> signedBy(signer, a))) {
      return failureOf(client(hub).trustHub(signer.certificate()).build());
    }
  }

  private static HubTrust issued(String subject) {
    return HubTrust.issuedBy(List.of(ROOT.certificate()), new X500Principal(subject), null);
  }

  private static String signedBy(Identity signer, LoopbackHub.Asked asked) throws Exception {
    return new AnswerSigner(signer).sign(Answers.rows(asked, Answers.row("王小明")));
  }

  private static String created(LoopbackHub.Asked asked, Instant when) throws Exception {
    return new AnswerSigner(HUB).created(when).sign(Answers.rows(asked, ""));
  }

  /** The signed Body goes into a header of its own; a forged one takes its place. */
  private static String wrapped(LoopbackHub.Asked asked, String id) throws Exception {
    Document document = AnswerSigner.parse(good(asked));
    Element body = (Element) document.getElementsByTagNameNS("*", "Body").item(0);
    Element forged = (Element) body.cloneNode(true);
    forged.setAttributeNS(Namespaces.WSU, "u:Id", id);
    forged.getElementsByTagNameNS("*", "name").item(0).setTextContent("forged");
    body.getParentNode().replaceChild(forged, body);
    document.getElementsByTagNameNS("*", "Header").item(0).appendChild(body);
    return AnswerSigner.write(document);
  }
}
