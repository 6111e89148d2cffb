package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.application.SignatureMapper.Evidence;
import tw.gov.mocs.hub.application.SignatureMapper.Evidence.Kind;
import tw.gov.mocs.hub.application.SignatureMapper.Signature;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.CmsSignature;

/**
 * What proves a submission, as files that anybody can verify with OpenSSL. Guarantee: they are the
 * bytes on which the hub decided; nothing is made anew.
 */
@Component
public class ApplicationEvidence {

  private final ApplicationStore applications;
  private final SignatureStore signatures;
  private final TransactionTemplate transactions;

  ApplicationEvidence(
      ApplicationStore applications, SignatureStore signatures, TransactionTemplate transactions) {
    this.applications = applications;
    this.signatures = signatures;
    this.transactions = transactions;
  }

  /**
   * How a submission is signed.
   *
   * @param round 1 for the first submission, one more after each return
   * @param level A or B
   * @param verifiedAt when the hub decided
   * @param documentDigest SHA-256 of the document, 64 lower-case hexadecimal digits
   * @param revocationWithinGrace whether an outdated revocation answer was used, within the grace
   */
  public record Summary(
      int round,
      SignatureLevel level,
      Instant verifiedAt,
      String documentDigest,
      boolean revocationWithinGrace) {}

  /** How the application is signed; empty for one of before signatures were kept. */
  public Optional<Summary> find(ApplicationNumber number) {
    return inTransaction(
        () ->
            signatures
                .find(applications.idOf(number), null)
                .map(
                    kept ->
                        new Summary(
                            kept.roundNo(),
                            kept.signatureLevel(),
                            kept.verifiedAt(),
                            kept.documentDigest(),
                            kept.withinGrace())));
  }

  /** The same of the last submission, for the ministry: with the document that was signed. */
  public Optional<SignedDocument> document(ApplicationNumber number) {
    return inTransaction(
        () ->
            signatures
                .find(applications.idOf(number), null)
                .map(kept -> SignedDocument.of(kept, signatures.evidence(kept).get(0).content())));
  }

  /** {@link #zip(ApplicationNumber, Integer)} of the last submission. */
  public byte[] zip(ApplicationNumber number) {
    return zip(number, null);
  }

  /**
   * A ZIP archive of everything, named by {@link #fileName}. Who may have it is the edge's to know:
   * an agency's user asks {@link Applications#get(ApplicationNumber, long)} first.
   *
   * @param round of submission; the last one if null
   * @throws HubException NOT_FOUND, also for an application without a signature
   */
  public byte[] zip(ApplicationNumber number, @Nullable Integer round) {
    return inTransaction(
        () -> {
          Signature signature =
              signatures
                  .find(applications.idOf(number), round)
                  .orElseThrow(
                      () ->
                          new HubException(
                              ErrorCode.NOT_FOUND, number + " has no signature", number.value()));
          return zip(
              files(number, signature, signatures.evidence(signature)), signature.verifiedAt());
        });
  }

  /** For example {@code APSQ11500001-evidence.zip}. */
  public static String fileName(ApplicationNumber number) {
    return number + "-evidence.zip";
  }

  private static Map<String, byte[]> files(
      ApplicationNumber number, Signature signature, List<Evidence> evidence) {
    List<Evidence> path =
        evidence.stream().filter(each -> each.kind() == Kind.CERTIFICATE).toList();
    List<Evidence> answers = evidence.stream().filter(each -> !path.contains(each)).toList();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "VERIFY.txt", utf8(new VerifyText(number, signature, path.size(), kinds(answers)).text()));
    files.put("document.json", signature.document());
    files.put("statement.txt", signature.statement());
    byte[] cms = signature.cms();
    if (cms != null) {
      files.put("signature.p7s", cms);
    }
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String pem = pem("CERTIFICATE", path.get(i).content());
      files.put("certificate-" + (i + 1) + ".pem", utf8(pem));
      chain.append(i < path.size() - 1 ? pem : "");
    }
    files.put("chain.pem", utf8(chain.toString()));
    files.put("root.pem", utf8(pem("CERTIFICATE", path.get(path.size() - 1).content())));
    for (int i = 0; i < answers.size(); i++) {
      byte[] content = answers.get(i).content();
      if (answers.get(i).kind() == Kind.CRL) {
        files.put("crl-" + (i + 1) + ".pem", utf8(pem("X509 CRL", content)));
      } else {
        files.put("ocsp-" + (i + 1) + ".der", content);
      }
    }
    files.put("receipt.p7s", signature.receipt());
    StringBuilder hub = new StringBuilder();
    CmsSignature.parse(signature.receipt())
        .certificates()
        .forEach(each -> hub.append(pem("CERTIFICATE", Certificates.der(each))));
    files.put("hub-chain.pem", utf8(hub.toString()));
    return files;
  }

  private static List<Kind> kinds(List<Evidence> answers) {
    return answers.stream().map(Evidence::kind).toList();
  }

  private static byte[] zip(Map<String, byte[]> files, Instant at) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
