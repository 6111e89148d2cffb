package tw.gov.mocs.hub.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.AlgorithmLimits;

/**
 * 憑證申請檔 (CSR, RFC 2986). Guarantee: whoever made it holds the private key, which is strong enough.
 *
 * @param key whose certificate is asked for
 * @param name the common name in it, of characters that can be shown; may be empty
 */
record SigningRequestFile(PublicKey key, String name) {

  private static final String WORD = "憑證申請檔";

  /** A key of 4096 bits and a long subject take less. */
  private static final int LARGEST = 10_000;

  private static final int LONGEST_NAME = 40;

  /**
   * Reads one.
   *
   * @throws HubException VALUE_INVALID if it is none; CERTIFICATE_WEAK if its key is weak
   */
  static SigningRequestFile read(String pem) {
    if (pem.length() > LARGEST) {
      throw invalid("too long", "過大", null);
    }
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (!(parser.readObject() instanceof PKCS10CertificationRequest read)) {
        throw invalid("no PEM of a request", "不是 PEM 格式", null);
      }
      PublicKey key = new JcaPKCS10CertificationRequest(read).getPublicKey();
      AlgorithmLimits.weakKey(key)
          .ifPresent(
              why -> {
                throw new HubException(ErrorCode.CERTIFICATE_WEAK, why);
              });
      if (!read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw invalid("signed with another key", "簽章不符", null);
      }
      return new SigningRequestFile(key, name(read));
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | PKCSException
        | IllegalArgumentException e) {
      throw invalid("it cannot be read", "無法讀取", e);
    }
  }

  private static String name(PKCS10CertificationRequest request) {
    RDN[] names = request.getSubject().getRDNs(BCStyle.CN);
    String name = names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
    String shown = name.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
    return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
  }

  private static HubException invalid(String why, String told, @Nullable Throwable e) {
    return new HubException(ErrorCode.VALUE_INVALID, why, e, WORD, told);
  }
}
