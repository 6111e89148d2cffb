package tw.gov.mocs.hub.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.LogRecord;

/** What authorities say in a package about the certificates of its path. */
final class RevocationCheck {

  /** As a record says whence an answer came. */
  private static final Pattern SOURCE = Pattern.compile("\\b(CRL|OCSP) ");

  private final EvidencePackage evidence;
  private final List<X509Certificate> path;
  private final LogRecord record;
  private final List<EvidenceLine> lines;

  /** Of which certificates of the path something is said. */
  private final Set<X509Certificate> told = new HashSet<>();

  RevocationCheck(
      EvidencePackage evidence,
      List<X509Certificate> path,
      LogRecord record,
      List<EvidenceLine> lines) {
    this.evidence = evidence;
    this.path = path;
    this.record = record;
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
    requireWhatTheRecordRestsOn();
  }

  /**
   * When the call was decided somebody had said that no certificate was revoked: the package has to
   * hold what is said of each, or it could have been taken out.
   */
  private void requireWhatTheRecordRestsOn() {
    String recorded = record.facts().getOrDefault("revocation", "");
    if (!SOURCE.matcher(recorded).find()) {
      return;
    }
    List<X509Certificate> asked = path.subList(0, Math.max(0, path.size() - 1));
    String missing =
        asked.stream()
            .filter(one -> !told.contains(one))
            .map(one -> one.getSubjectX500Principal().toString())
            .collect(Collectors.joining("; "));
    if (!missing.isEmpty() || asked.isEmpty()) {
      lines.add(
          EvidenceLine.fails(
              "缺少廢止資訊：紀錄載明「%s」，證據檔卻沒有憑證機構對%s的說明"
                  .formatted(recorded, asked.isEmpty() ? "呼叫端憑證" : "下列憑證（" + missing + "）"),
              "answers about revocation are missing: the record says \"%s\", and the package holds no"
                      .formatted(recorded)
                  + " word of an authority on "
                  + (asked.isEmpty() ? "the certificate of the caller" : missing)));
    }
  }

  /** What may fail in as many ways as there are malformed answers. */
  private interface Reading<T> {
    T read() throws GeneralSecurityException, IOException, OCSPException, OperatorCreationException;
  }

  private void add(String name, boolean good, Reading<String> time) {
    String at = Optional.ofNullable(attempt(time)).orElse("?");
    lines.add(
        good
            ? EvidenceLine.holds(
                "%s：憑證機構簽署，路徑上的憑證於呼叫時未廢止（資料時間 %s）".formatted(name, at),
                "%s: signed by the authority, no certificate of the path was revoked at the time of"
                        .formatted(name)
                    + " the call (as of %s)".formatted(at))
            : EvidenceLine.fails(
                "%s：不是路徑上的憑證機構所簽署，或有憑證於呼叫時已廢止（資料時間 %s）".formatted(name, at),
                "%s: not signed by an authority of the path, or a certificate was revoked at the"
                        .formatted(name)
                    + " time of the call (as of %s)".formatted(at)));
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
        path.stream()
            .filter(one -> one.getIssuerX500Principal().equals(list.getIssuerX500Principal()))
            .forEach(told::add);
        return path.stream()
            .map(list::getRevokedCertificate)
            .noneMatch(revoked -> revoked != null && isBeforeTheCall(revoked.getRevocationDate()));
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
        boolean signed = isSigned(answer, path.get(i + 1));
        if (signed) {
          told.add(path.get(i));
        }
        return signed && wasGood(single.getCertStatus());
      }
    }
    return false;
  }

  private boolean wasGood(@Nullable CertificateStatus status) {
    return status == CertificateStatus.GOOD
        || (status instanceof RevokedStatus revoked
            && !isBeforeTheCall(revoked.getRevocationTime()));
  }

  private boolean isBeforeTheCall(Date revokedAt) {
    return !revokedAt.toInstant().isAfter(record.recordedAt());
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
