package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.AnswerVerifier.required;
import static tw.gov.mocs.hub.client.Namespaces.DSIG;
import static tw.gov.mocs.hub.client.XmlTree.children;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a signature must look like before a single byte of it is computed. */
final class SignaturePolicy {

  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  private static final Set<String> SIGNATURES =
      Set.of(
          MORE + "rsa-sha256",
          MORE + "rsa-sha384",
          MORE + "rsa-sha512",
          MORE + "ecdsa-sha256",
          MORE + "ecdsa-sha384",
          MORE + "ecdsa-sha512",
          "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1");

  private static final Set<String> DIGESTS =
      Set.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          MORE + "sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  /** Every algorithm that may stand in a signature. */
  static final Set<String> ALGORITHMS =
      Stream.of(SIGNATURES, DIGESTS, Set.of(EXCLUSIVE))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private SignaturePolicy() {}

  /**
   * Refuses anything but allowed algorithms over exactly these elements.
   *
   * @param signed ids of elements
   */
  static void require(Element signature, Set<String> signed) {
    Element info = required(signature, "SignedInfo");
    requireAlgorithm(required(info, "CanonicalizationMethod"), Set.of(EXCLUSIVE));
    requireAlgorithm(required(info, "SignatureMethod"), SIGNATURES);
    List<Element> references = children(info, DSIG, "Reference");
    for (Element reference : references) {
      requireAlgorithm(required(reference, "DigestMethod"), DIGESTS);
      List<Element> transforms = children(required(reference, "Transforms"));
      if (transforms.size() != 1) {
        throw new HubCallException(Failure.SIGNATURE_STRUCTURE, "Transforms");
      }
      requireAlgorithm(transforms.get(0), Set.of(EXCLUSIVE));
    }
    Set<String> wanted = signed.stream().map(id -> "#" + id).collect(Collectors.toSet());
    Set<String> given = new HashSet<>();
    references.forEach(reference -> given.add(reference.getAttribute("URI")));
    if (references.size() != signed.size() || !given.equals(wanted) || given.contains("#")) {
      throw new HubCallException(Failure.SIGNED_PARTS_WRONG);
    }
  }

  private static void requireAlgorithm(Element element, Set<String> allowed) {
    String algorithm = element.getAttribute("Algorithm");
    if (!allowed.contains(algorithm)) {
      throw new HubCallException(Failure.ALGORITHM_FORBIDDEN, algorithm);
    }
  }
}
