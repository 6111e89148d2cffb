package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.xml.crypto.dom.DOMCryptoContext;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.callback.CallbackLookup;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.processor.Processor;
import org.apache.wss4j.dom.validate.NoOpValidator;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Verifies the signature of a message with WSS4J's engine. Guarantee: what it returns was signed by
 * the key of the returned certificate, and covers this message's Body, Timestamp and addressing
 * headers; who that is and whether it is trusted is not decided here.
 */
final class SignatureVerifier {

  private final TokenCrypto crypto;
  private final WSSConfig config = WSSConfig.getNewInstance();

  SignatureVerifier(Hub hub) {
    Init.init();
    this.crypto = new TokenCrypto(hub);
    // Its own reading of a Timestamp refuses fractions and offsets; ours has judged it.
    config.setProcessor(WSConstants.TIMESTAMP, (Processor) (element, data) -> List.of());
    config.setValidator(WSConstants.SIGNATURE, new NoOpValidator());
  }

  /**
   * A signature that held.
   *
   * @param certificate of the key that signed
   * @param alsoSent other certificates of the token
   * @param bodyDigest the digest of the Body, as in its Reference
   * @param signedDigest SHA-256 of the SignedInfo in exclusive canonical form
   */
  record Signed(
      X509Certificate certificate,
      List<X509Certificate> alsoSent,
      byte[] bodyDigest,
      byte[] signedDigest) {}

  /** Verifies the signature of the envelope. */
  Signed verify(Envelope envelope, SecurityHeader header) {
    requireCovered(envelope, header);
    WSSecurityEngineResult result = signatureOf(process(envelope, header));
    List<WSDataRef> covered = dataRefs(result);
    byte[] bodyDigest = digestOf(envelope.body(), covered);
    if (covered.size() != header.references().size()
        || bodyDigest == null
        || digestOf(header.timestamp(), covered) == null) {
      throw wrongParts("what the engine verified is not what the References name");
    }
    X509Certificate[] chain =
        (X509Certificate[]) result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATES);
    X509Certificate leaf =
        requireNonNull(
            (X509Certificate) result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE),
            "certificate");
    List<X509Certificate> others =
        chain == null ? List.of() : Arrays.stream(chain).filter(c -> !c.equals(leaf)).toList();
    return new Signed(leaf, others, bodyDigest, Digests.sha256(canonical(header.signedInfo())));
  }

  /** Body, Timestamp, and each addressing header; besides them only the token. */
  private static void requireCovered(Envelope envelope, SecurityHeader header) {
    List<Element> addressing =
        envelope.headers().stream()
            .filter(block -> Names.WSA.equals(block.getNamespaceURI()))
            .toList();
    for (SecurityHeader.Reference reference : header.references()) {
      Element target = reference.target();
      boolean token = reference.throughToken() || target == header.token();
      if (!token
          && target != envelope.body()
          && target != header.timestamp()
          && !addressing.contains(target)) {
        throw wrongParts("something else is signed");
      }
    }
    requireSigned(envelope.body(), header);
    requireSigned(header.timestamp(), header);
    addressing.forEach(block -> requireSigned(block, header));
  }

  private static void requireSigned(Element part, SecurityHeader header) {
    if (header.references().stream().noneMatch(r -> r.target() == part && !r.throughToken())) {
      throw wrongParts(part.getLocalName() + " is not signed");
    }
  }

  private WSHandlerResult process(Envelope envelope, SecurityHeader header) {
    RequestData data = new RequestData();
    data.setSigVerCrypto(crypto);
    data.setWssConfig(config);
    // The Basic Security Profile forbids PKIPath and bare thumbprints; our own checks are stricter
    // where it matters.
    data.setDisableBSPEnforcement(true);
    data.setRequireTimestampExpires(false);
    WSSecurityEngine engine = new WSSecurityEngine();
    engine.setWssConfig(config);
    engine.setCallbackLookup(new IdTable(envelope));
    try {
      return engine.processSecurityHeader(header.element(), data);
    } catch (WSSecurityException e) {
      throw new HubException(
          ErrorCode.SIGNATURE_INVALID,
          e.getErrorCode() == WSSecurityException.ErrorCode.FAILED_CHECK
              ? SignatureFault.of(header)
              : String.valueOf(e.getMessage()),
          e);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new HubException(ErrorCode.SIGNATURE_INVALID, String.valueOf(e), e);
    }
  }

  private static WSSecurityEngineResult signatureOf(WSHandlerResult result) {
    List<WSSecurityEngineResult> signatures = result.getActionResults().get(WSConstants.SIGN);
    if (signatures == null || signatures.size() != 1) {
      throw new HubException(ErrorCode.SIGNATURE_MISSING, "the engine saw no signature");
    }
    return signatures.get(0);
  }

  @SuppressWarnings("unchecked")
  private static List<WSDataRef> dataRefs(WSSecurityEngineResult result) {
    return requireNonNull(
        (List<WSDataRef>) result.get(WSSecurityEngineResult.TAG_DATA_REF_URIS), "data refs");
  }

  /** The digest under which this very element was verified; null if it was not. */
  private static byte @Nullable [] digestOf(Element part, List<WSDataRef> covered) {
    for (WSDataRef ref : covered) {
      if (ref.getProtectedElement() == part) {
        return ref.getDigestValue();
      }
    }
    return null;
  }

  private static byte[] canonical(Element signedInfo) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
      Canonicalizer.getInstance(Names.EXCLUSIVE_C14N).canonicalizeSubtree(signedInfo, out);
      return out.toByteArray();
    } catch (XMLSecurityException e) {
      throw new HubException(ErrorCode.SIGNATURE_INVALID, "SignedInfo has no canonical form", e);
    }
  }

  private static HubException wrongParts(String detail) {
    return new HubException(ErrorCode.SIGNED_PARTS_WRONG, detail);
  }

  /** Resolves ids by the table made while reading, so the node resolved is the node checked. */
  private record IdTable(Envelope envelope) implements CallbackLookup {

    @Override
    public @Nullable Element getElement(String id, String valueType, boolean checkMultiple) {
      return envelope.message().find(id.startsWith("#") ? id.substring(1) : id);
    }

    @Override
    public @Nullable Element getAndRegisterElement(
        String id, String valueType, boolean checkMultiple, DOMCryptoContext context) {
      Element element = getElement(id, valueType, checkMultiple);
      if (element != null) {
        String bare = id.startsWith("#") ? id.substring(1) : id;
        if (element.hasAttributeNS(Names.WSU, "Id")) {
          context.setIdAttributeNS(element, Names.WSU, "Id");
        } else if (bare.equals(element.getAttributeNS(null, "Id"))) {
          context.setIdAttributeNS(element, null, "Id");
        }
      }
      return element;
    }

    @Override
    public List<Element> getElements(String localName, String namespace) {
      Element body = envelope.body();
      return Elements.is(body, namespace, localName) ? List.of(body) : List.of();
    }

    @Override
    public Element getSOAPBody() {
      return envelope.body();
    }
  }
}
