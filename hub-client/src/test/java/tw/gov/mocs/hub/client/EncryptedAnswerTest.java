package tw.gov.mocs.hub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.gov.mocs.hub.client.ClientFixture.AGENCY;
import static tw.gov.mocs.hub.client.ClientFixture.HUB;
import static tw.gov.mocs.hub.client.ClientFixture.ROOT;
import static tw.gov.mocs.hub.client.ClientFixture.client;
import static tw.gov.mocs.hub.client.ClientFixture.failureOf;
import static tw.gov.mocs.hub.client.ClientFixture.request;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An encrypted answer is opened only when the hub signed all of it, and whole. */
class EncryptedAnswerTest {

  private static final Identity RECIPIENT = ROOT.issue("CN=Agency encryption,C=TW");

  private static SealedAnswer sealed(LoopbackHub.Asked asked) throws Exception {
    return SealedAnswer.to(RECIPIENT.certificate(), Answers.rows(asked, Answers.row("王𠮷")));
  }

  private static String signed(SealedAnswer sealed) throws Exception {
    return new AnswerSigner(HUB).sealed(sealed.key(), true).sign(sealed.data());
  }

  private static HubClient opening(LoopbackHub hub, Identity recipient) {
    return client(hub).decryptWith(recipient.keys().getPrivate(), recipient.certificate()).build();
  }

  private static Failure failure(LoopbackHub.Answering answering) throws Exception {
    try (LoopbackHub hub = new LoopbackHub(answering)) {
      return failureOf(opening(hub, RECIPIENT));
    }
  }

  /** The failure when something is changed before the hub signs it. */
  private static Failure changed(UnaryOperator<String> key, UnaryOperator<String> data)
      throws Exception {
    return failure(
        asked -> {
          SealedAnswer sealed = sealed(asked);
          return signed(new SealedAnswer(key.apply(sealed.key()), data.apply(sealed.data())));
        });
  }

  private static UnaryOperator<String> replacing(String old, String by) {
    return text -> {
      assertThat(text).contains(old);
      return text.replaceFirst(old, by);
    };
  }

  @Test
  void opensByTheRecipientsKey() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(asked -> signed(sealed(asked)))) {
      assertThat(opening(hub, RECIPIENT).call(request()).rows())
          .singleElement()
          .extracting(row -> row.text("name").orElseThrow())
          .isEqualTo("王𠮷");
    }
  }

  @Test
  void saysThatNoKeyWasGiven() throws Exception {
    assertThat(failureOf(asked -> signed(sealed(asked)))).isEqualTo(Failure.DECRYPTION_KEY_MISSING);
  }

  @Test
  void saysThatTheKeyIsOfAnotherCertificate() throws Exception {
    try (LoopbackHub hub = new LoopbackHub(asked -> signed(sealed(asked)))) {
      assertThat(failureOf(opening(hub, AGENCY))).isEqualTo(Failure.DECRYPTION_KEY_OTHER);
    }
  }

  @Test
  void refusesAKeyThatIsNotSigned() throws Exception {
    assertThat(
            failure(
                asked -> {
                  SealedAnswer sealed = sealed(asked);
                  return new AnswerSigner(HUB).sealed(sealed.key(), false).sign(sealed.data());
                }))
        .isEqualTo(Failure.SIGNED_PARTS_WRONG);
  }

  @Test
  void refusesAKeyThatWasReplacedAfterSigning() throws Exception {
    assertThat(
            failure(
                asked -> {
                  SealedAnswer sealed = sealed(asked);
                  return signed(sealed)
                      .replace(cipherValue(sealed.key()), cipherValue(sealed(asked).key()));
                }))
        .isEqualTo(Failure.CONTENT_CHANGED);
  }

  private static String cipherValue(String xml) {
    return xml.substring(xml.indexOf("CipherValue>") + 12, xml.indexOf("</x:CipherValue"));
  }

  @Test
  void refusesContentOfAnotherKey() throws Exception {
    assertThat(
            failure(asked -> signed(new SealedAnswer(sealed(asked).key(), sealed(asked).data()))))
        .isEqualTo(Failure.DECRYPTION_FAILED);
  }

  @Test
  void refusesContentThatIsTooShort() throws Exception {
    assertThat(changed(key -> key, data -> data.replace(cipherValue(data), "AAAA")))
        .isEqualTo(Failure.DECRYPTION_FAILED);
  }

  @Test
  void refusesContentWithoutKey() throws Exception {
    assertThat(failure(asked -> new AnswerSigner(HUB).sign(sealed(asked).data())))
        .isEqualTo(Failure.DECRYPTION_FAILED);
  }

  @Test
  void refusesAnotherCipher() throws Exception {
    assertThat(changed(key -> key, replacing("aes256-gcm", "aes128-gcm")))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }

  @Test
  void refusesAnotherKeyTransport() throws Exception {
    assertThat(changed(replacing("rsa-oaep", "rsa-1_5"), data -> data))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }

  @Test
  void refusesAnotherMaskGeneration() throws Exception {
    assertThat(changed(replacing("mgf1sha256", "mgf1sha1"), data -> data))
        .isEqualTo(Failure.ALGORITHM_FORBIDDEN);
  }
}
