package tw.gov.mocs.hub.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/** What authorities say in a package about the certificates of its path. */
final class RevocationCheck {

  private final EvidencePackage evidence;
  private final List<X509Certificate> path;
  private final List<EvidenceLine> lines;

  RevocationCheck(EvidencePackage evidence, List<X509Certificate> path, List<EvidenceLine> lines) {
    this.evidence = evidence;
    this.path = path;
    this.lines = lines;
  }

  void check() {
    evidence
        .files()
        .forEach(
            (name, content) -> {
              if (name.endsWith(".crl")) {
                add(name, isGood(() -> goodByList(content)), () -> timeOfList(content));
              } else if (name.endsWith(".ocsp")) {
                add(name, isGood(() -> goodByAnswer(content)), () -> timeOfAnswer(content));
              }
            });
  }

  /** What may fail in as many ways as there are malformed answers. */
  private interface Reading<T> {
    T read() throws GeneralSecurityException, IOException, OCSPException, OperatorCreationException;
  }

  private void add(String name, boolean good, Reading<String> time) {
    String at = Optional.ofNullable(attempt(time)).orElse("?");
    lines.add(
        EvidenceLine.of(
            good,
            "%s：憑證機構簽署，路徑上的憑證未廢止（資料時間 %s）".formatted(name, at),
            "%s: signed by the authority, no certificate of the path is revoked (as of %s)"
                .formatted(name, at)));
  }

  private static boolean isGood(Reading<Boolean> reading) {
    return Boolean.TRUE.equals(attempt(reading));
  }

  private static <T> @Nullable T attempt(Reading<T> reading) {
    try {
      return reading.read();
    } catch (GeneralSecurityException
        | IOException
        | OCSPException
        | OperatorCreationException
        | RuntimeException e) {
      return null;
    }
  }

  private boolean goodByList(byte[] der) throws GeneralSecurityException {
    X509CRL list = list(der);
    for (X509Certificate issuer : path) {
      if (issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())) {
        list.verify(issuer.getPublicKey());
        return path.stream().noneMatch(list::isRevoked);
      }
    }
    return false;
  }

  private static String timeOfList(byte[] der) throws GeneralSecurityException {
    return list(der).getThisUpdate().toInstant().toString();
  }

  private static X509CRL list(byte[] der) throws GeneralSecurityException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
  }

  /** RFC 6960 §4.2.2.2: signed by the issuer, or by whom the issuer certified. */
  private boolean goodByAnswer(byte[] der)
      throws GeneralSecurityException, IOException, OCSPException, OperatorCreationException {
    BasicOCSPResp answer = answer(der);
    SingleResp single = answer.getResponses()[0];
    for (int i = 0; i + 1 < path.size(); i++) {
      if (path.get(i).getSerialNumber().equals(single.getCertID().getSerialNumber())) {
        return single.getCertStatus() == CertificateStatus.GOOD
            && isSigned(answer, path.get(i + 1));
      }
    }
    return false;
  }

  private static boolean isSigned(BasicOCSPResp answer, X509Certificate issuer)
      throws GeneralSecurityException, OCSPException, OperatorCreationException {
    JcaContentVerifierProviderBuilder keys = new JcaContentVerifierProviderBuilder();
    for (X509CertificateHolder holder : answer.getCerts()) {
      X509Certificate responder = new JcaX509CertificateConverter().getCertificate(holder);
      if (!responder.equals(issuer)) {
        responder.verify(issuer.getPublicKey());
      }
      if (answer.isSignatureValid(keys.build(responder))) {
        return true;
      }
    }
    return answer.isSignatureValid(keys.build(issuer));
  }

  private static String timeOfAnswer(byte[] der) throws IOException, OCSPException {
    return answer(der).getResponses()[0].getThisUpdate().toInstant().toString();
  }

  private static BasicOCSPResp answer(byte[] der) throws IOException, OCSPException {
    return (BasicOCSPResp) new OCSPResp(der).getResponseObject();
  }
}
