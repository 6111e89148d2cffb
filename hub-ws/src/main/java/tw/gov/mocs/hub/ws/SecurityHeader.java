package tw.gov.mocs.hub.ws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * A Security header of the one form that is taken: at most one X.509 token, one Timestamp, one
 * Signature of allowed algorithms, and references that lead to elements of this message by id.
 *
 * @param references what each Reference of the signature names, in its order
 */
record SecurityHeader(
    Element element,
    @Nullable Element token,
    Element timestamp,
    Element signature,
    Element signedInfo,
    List<Reference> references) {

  /**
   * One Reference.
   *
   * @param target the element with its id
   * @param throughToken whether it is dereferenced by STR-Transform: the token is signed
   */
  record Reference(Element target, boolean throughToken) {}

  private static final int MAX_REFERENCES = 16;

  private static final Set<String> SIGNATURES =
      Set.of(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
          "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
          "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
          "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");

  private static final Set<String> DIGESTS =
      Set.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  /** Characters of base64: a path of eight certificates of RSA-4096 has some 20,000. */
  private static final int LONGEST_TOKEN = 64 * 1024;

  /** Characters of any other text: the signature of RSA-16384 has 2,732 and its line ends. */
  private static final int LONGEST_TEXT = 4 * 1024;

  /** Characters of an attribute: the addresses of algorithms have some 60, a list of prefixes. */
  private static final int LONGEST_ATTRIBUTE = 512;

  /** Prefixes of one list: a library names those that are declared around the signed part. */
  private static final int MOST_PREFIXES = 32;

  private static final List<String> ISSUER_SERIAL = List.of("X509IssuerSerial");
  private static final List<String> ISSUER_AND_SERIAL =
      List.of("X509IssuerName", "X509SerialNumber");
  private static final Set<String> TOKEN_TYPES = Set.of(Names.X509_V3, Names.X509_PKI_PATH);
  private static final Set<String> KEY_IDENTIFIERS =
      Set.of(Names.X509_SKI, Names.THUMBPRINT_SHA1, Names.X509_V3);

  /** Checks the header of the envelope. */
  static SecurityHeader of(Envelope envelope) {
    Element security = envelope.security();
    XmlMessage.Counts counts = envelope.message().counts();
    if (counts.foreignTokens > 0) {
      throw new HubException(ErrorCode.TOKEN_UNSUPPORTED, "an encrypted part or a foreign token");
    }
    if (security == null || counts.signatures == 0) {
      throw new HubException(ErrorCode.SIGNATURE_MISSING, "no Security header or no Signature");
    }
    requireForUs(security, envelope.version());
    Parts parts = Parts.of(security);
    requireShort(security, parts.token);
    if (counts.signatures != 1 || parts.signature == null) {
      throw structure("Signature must stand once, directly in the Security header");
    }
    if (counts.timestamps != 1 || parts.timestamp == null) {
      throw new HubException(
          ErrorCode.TIMESTAMP_INVALID, "Timestamp must stand once, directly in Security");
    }
    Map<String, Element> signature = children(parts.signature, Names.DS);
    if (!List.copyOf(names(parts.signature))
        .equals(List.of("SignedInfo", "SignatureValue", "KeyInfo"))) {
      throw structure("a Signature holds SignedInfo, SignatureValue and KeyInfo");
    }
    Element signedInfo = required(signature, "SignedInfo");
    Element keyInfo = required(signature, "KeyInfo");
    checkKeyInfo(keyInfo, parts.token, envelope.message());
    Element toToken = Elements.children(keyInfo).get(0);
    return new SecurityHeader(
        security,
        parts.token,
        parts.timestamp,
        parts.signature,
        signedInfo,
        checkSignedInfo(signedInfo, toToken, envelope.message()));
  }

  /** A header for another actor on the way is none for us (WS-Security 1.1.1 §5). */
  private static void requireForUs(Element security, SoapVersion version) {
    if (!version.isForUs(security)) {
      throw structure("the Security header is for another actor");
    }
  }

  /**
   * What reads a number, or compares every prefix of a list with every element, takes time that
   * grows faster than the text.
   */
  private static void requireShort(Element element, @Nullable Element token) {
    boolean certificate = element == token || Elements.is(element, Names.WSSE, "KeyIdentifier");
    int longest = certificate ? LONGEST_TOKEN : LONGEST_TEXT;
    if (Elements.ownLength(element) > longest) {
      throw structure("a longer text than any in a Security header");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.item(i).getNodeValue().length() > LONGEST_ATTRIBUTE) {
        throw structure("a longer attribute than any in a Security header");
      }
    }
    if (Elements.is(element, Names.EXCLUSIVE_C14N, "InclusiveNamespaces")
        && new StringTokenizer(Elements.attribute(element, "PrefixList")).countTokens()
            > MOST_PREFIXES) {
      throw structure("more prefixes in a list than " + MOST_PREFIXES);
    }
    Elements.children(element).forEach(child -> requireShort(child, token));
  }

  /** The children of the Security header. */
  private static final class Parts {
    @Nullable Element token;
    @Nullable Element timestamp;
    @Nullable Element signature;

    static Parts of(Element security) {
      Parts parts = new Parts();
      for (Element child : Elements.children(security)) {
        if (Elements.is(child, Names.WSSE, "BinarySecurityToken") && parts.token == null) {
          parts.token = child;
        } else if (Elements.is(child, Names.WSU, "Timestamp") && parts.timestamp == null) {
          parts.timestamp = child;
        } else if (Elements.is(child, Names.DS, "Signature") && parts.signature == null) {
          parts.signature = child;
        } else {
          throw unexpected(child);
        }
      }
      return parts;
    }

    private static HubException unexpected(Element child) {
      String namespace = child.getNamespaceURI();
      if (Names.WSU.equals(namespace)) {
        return new HubException(ErrorCode.TIMESTAMP_INVALID, "a second Timestamp");
      }
      return Names.DS.equals(namespace)
          ? structure("a second Signature")
          : new HubException(ErrorCode.TOKEN_UNSUPPORTED, "a token that is not supported");
    }
  }

  private static List<Reference> checkSignedInfo(
      Element signedInfo, Element toToken, XmlMessage message) {
    List<Element> parts = Elements.children(signedInfo);
    if (parts.size() < 3 || parts.size() > 2 + MAX_REFERENCES) {
      throw structure("SignedInfo holds too few or too many parts");
    }
    Element canonicalization = parts.get(0);
    Element method = parts.get(1);
    requireNamed(canonicalization, "CanonicalizationMethod");
    requireNamed(method, "SignatureMethod");
    requireExclusive(canonicalization);
    requireAllowed(method, SIGNATURES);
    if (!Elements.children(method).isEmpty()) {
      throw algorithm("SignatureMethod with parameters");
    }
    List<Reference> references = new ArrayList<>();
    for (Element reference : parts.subList(2, parts.size())) {
      requireNamed(reference, "Reference");
      Reference checked = checkReference(reference, message);
      if (references.contains(checked)) {
        throw structure("two References to one element");
      }
      // The engine follows it: what it leads to elsewhere no limit of the header holds.
      if (checked.throughToken() && checked.target() != toToken) {
        throw structure("STR-Transform of something else than the reference of KeyInfo");
      }
      references.add(checked);
    }
    return List.copyOf(references);
  }

  private static Reference checkReference(Element reference, XmlMessage message) {
    if (!names(reference).equals(List.of("Transforms", "DigestMethod", "DigestValue"))) {
      // Without Transforms the canonical form would be inclusive.
      throw algorithm("a Reference holds Transforms, DigestMethod and DigestValue");
    }
    List<Element> parts = Elements.children(reference);
    requireAllowed(parts.get(1), DIGESTS);
    List<Element> transforms = Elements.children(parts.get(0));
    int last = transforms.size() - 1;
    if (last < 0 || last > 1) {
      throw algorithm("one or two Transforms are allowed");
    }
    transforms.forEach(transform -> requireNamed(transform, "Transform"));
    if (last == 1 && !Elements.attribute(transforms.get(0), "Algorithm").equals(Names.ENVELOPED)) {
      throw algorithm("the first of two Transforms can only be enveloped-signature");
    }
    boolean throughToken =
        Elements.attribute(transforms.get(last), "Algorithm").equals(Names.STR_TRANSFORM);
    if (throughToken) {
      requireExclusive(strCanonicalization(transforms.get(last)));
    } else {
      requireExclusive(transforms.get(last));
    }
    return new Reference(target(reference, message), throughToken);
  }

  private static Element strCanonicalization(Element transform) {
    Element parameters = Elements.first(transform, Names.WSSE, "TransformationParameters");
    Element method =
        parameters == null ? null : Elements.first(parameters, Names.DS, "CanonicalizationMethod");
    if (method == null) {
      throw algorithm("STR-Transform without its CanonicalizationMethod");
    }
    return method;
  }

  private static Element target(Element reference, XmlMessage message) {
    String uri = Elements.attribute(reference, "URI");
    Element target = uri.startsWith("#") ? message.find(uri.substring(1)) : null;
    if (target == null) {
      throw structure("a Reference leads nowhere in this message");
    }
    return target;
  }

  private static void checkKeyInfo(Element keyInfo, @Nullable Element token, XmlMessage message) {
    List<Element> forms = Elements.children(keyInfo);
    if (forms.size() != 1
        || !Elements.is(forms.get(0), Names.WSSE, "SecurityTokenReference")
        || Elements.children(forms.get(0)).size() != 1) {
      throw unsupported("KeyInfo holds one SecurityTokenReference with one form");
    }
    Element form = Elements.children(forms.get(0)).get(0);
    if (Elements.is(form, Names.WSSE, "Reference")) {
      String uri = Elements.attribute(form, "URI");
      Element target = uri.startsWith("#") ? message.find(uri.substring(1)) : null;
      if (target == null || target != token) {
        throw structure("KeyInfo must refer to the token of the Security header");
      }
      requireType(token, TOKEN_TYPES);
    } else if (Elements.is(form, Names.WSSE, "KeyIdentifier")) {
      requireType(form, KEY_IDENTIFIERS);
    } else if (!Elements.is(form, Names.DS, "X509Data") || !names(form).equals(ISSUER_SERIAL)) {
      throw unsupported("a form of KeyInfo that is not taken");
    } else {
      requireIssuerAndSerial(Elements.children(form).get(0));
    }
  }

  /** XMLDSig §4.5.4: both stand in it; the engine relies on that. */
  private static void requireIssuerAndSerial(Element named) {
    if (!names(named).equals(ISSUER_AND_SERIAL)
        || Elements.children(named).stream().anyMatch(part -> Elements.text(part).isEmpty())) {
      throw structure("X509IssuerSerial holds a name and a number");
    }
  }

  private static void requireType(Element element, Set<String> types) {
    String encoding = Elements.attribute(element, "EncodingType");
    if (!types.contains(Elements.attribute(element, "ValueType"))
        || (!encoding.isEmpty() && !encoding.equals(Names.BASE64))) {
      throw unsupported("a ValueType or EncodingType that is not taken");
    }
  }

  private static void requireExclusive(Element method) {
    if (!Elements.attribute(method, "Algorithm").equals(Names.EXCLUSIVE_C14N)) {
      throw algorithm("canonicalization other than exclusive");
    }
    List<Element> parameters = Elements.children(method);
    if (parameters.size() > 1
        || (parameters.size() == 1
            && !Elements.is(parameters.get(0), Names.EXCLUSIVE_C14N, "InclusiveNamespaces"))) {
      throw algorithm("canonicalization with parameters that are not known");
    }
  }

  private static void requireAllowed(Element method, Set<String> allowed) {
    String used = Elements.attribute(method, "Algorithm");
    if (!allowed.contains(used)) {
      throw algorithm("an algorithm that is not allowed");
    }
  }

  private static void requireNamed(Element element, String name) {
    if (!Elements.is(element, Names.DS, name)) {
      throw structure(name + " is not where it must be");
    }
  }

  private static Map<String, Element> children(Element parent, String namespace) {
    Map<String, Element> found = new HashMap<>();
    for (Element child : Elements.children(parent)) {
      if (namespace.equals(child.getNamespaceURI())) {
        found.put(child.getLocalName(), child);
      }
    }
    return found;
  }

  private static List<String> names(Element parent) {
    return Elements.children(parent).stream()
        .map(child -> Names.DS.equals(child.getNamespaceURI()) ? child.getLocalName() : "")
        .toList();
  }

  private static Element required(Map<String, Element> children, String name) {
    Element child = children.get(name);
    if (child == null) {
      throw structure(name + " is missing");
    }
    return child;
  }

  private static HubException structure(String detail) {
    return new HubException(ErrorCode.SIGNATURE_STRUCTURE, detail);
  }

  private static HubException algorithm(String detail) {
    return new HubException(ErrorCode.ALGORITHM_FORBIDDEN, detail);
  }

  private static HubException unsupported(String detail) {
    return new HubException(ErrorCode.TOKEN_UNSUPPORTED, detail);
  }
}
