package tw.gov.mocs.hub.ws;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.evidence.RequestSignature;

/**
 * Why a signature does not hold, in words: which of the signed parts was changed or has no
 * canonical form, or that none of them is at fault. The engine says alike of all that a check
 * failed.
 */
final class SignatureFault {

  private static final Map<String, String> DIGESTS =
      Map.of(
          Names.SHA256,
          "SHA-256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          "SHA-384",
          Names.XENC + "sha512",
          "SHA-512");

  private SignatureFault() {}

  /** The reason, in English, for the log. */
  static String of(SecurityHeader header) {
    List<Element> elements =
        Elements.children(header.signedInfo()).stream()
            .filter(child -> Elements.is(child, Names.DS, "Reference"))
            .toList();
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      SecurityHeader.Reference reference = header.references().get(i);
      String part = reference.target().getLocalName();
      try {
        if (!reference.throughToken() && !holds(elements.get(i), reference.target())) {
          changed.add(part);
        }
      } catch (XMLSecurityException e) {
        // Canonical XML §2.1: a namespace that is no absolute address makes it fail.
        return RequestSignature.NO_CANONICAL_FORM.formatted(part, e.getMessage());
      }
    }
    return changed.isEmpty()
        ? RequestSignature.OTHER_VALUE
        : RequestSignature.CHANGED_PART.formatted(String.join(", ", changed));
  }

  private static boolean holds(Element reference, Element target) throws XMLSecurityException {
    List<Element> parts = Elements.children(reference);
    List<Element> transforms = Elements.children(parts.get(0));
    String digest = DIGESTS.getOrDefault(Elements.attribute(parts.get(1), "Algorithm"), "");
    try {
      byte[] stated = Base64.getMimeDecoder().decode(Elements.text(parts.get(2)));
      byte[] actual = canonical(target, transforms.get(transforms.size() - 1));
      return MessageDigest.isEqual(stated, MessageDigest.getInstance(digest).digest(actual));
    } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] canonical(Element target, Element transform) throws XMLSecurityException {
    Element inclusive = Elements.first(transform, Names.EXCLUSIVE_C14N, "InclusiveNamespaces");
    String prefixes = inclusive == null ? "" : Elements.attribute(inclusive, "PrefixList");
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    Canonicalizer.getInstance(Names.EXCLUSIVE_C14N).canonicalizeSubtree(target, prefixes, out);
    return out.toByteArray();
  }
}
