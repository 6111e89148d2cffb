package tw.gov.mocs.hub.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.audit.InclusionProof;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.audit.LogRecords;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.KnownPath;
import tw.gov.mocs.hub.trust.RevocationProof;

/**
 * Makes the evidence of one call. Guarantee: it leaves encrypted to the recipient alone, and that
 * it does, to whom and why is in the log before; that the record is not what was chained stands in
 * the log and in the package. Whoever calls has checked the right to it.
 */
@Component
public class EvidenceExport {

  private final LogRecords records;
  private final Agencies agencies;
  private final CertificateVerifier verifier;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EvidenceExport(
      LogRecords records,
      Agencies agencies,
      CertificateVerifier verifier,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.records = records;
    this.agencies = agencies;
    this.verifier = verifier;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The package, sealed (CMS, DER).
   *
   * @param recipient from {@link EvidenceRecipients}
   * @param reason why, in words; required
   * @throws HubException NOT_FOUND, also for an act; STATE_CONFLICT while no checkpoint covers the
   *     record; VALUE_INVALID for a reason that cannot be taken
   */
  public byte[] export(String recordId, X509Certificate recipient, String reason, Actor auditor) {
    GivenReason.require(reason);
    LogRecord record =
        records
            .find(recordId)
            .filter(one -> one.facts().containsKey("certThumbprint"))
            .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no call " + recordId, "紀錄"));
    LogRecords.Attempt attempt = records.tryToProve(recordId);
    String fault = attempt.fault();
    Act act =
        new Act(
            AuditAction.EVIDENCE_EXPORTED,
            auditor,
            "record " + recordId,
            Long.valueOf(record.facts().getOrDefault("agencyId", "0")),
            null,
            "to %s %s%s"
                .formatted(
                    Certificates.thumbprint(recipient),
                    recipient.getSubjectX500Principal(),
                    fault == null ? "" : "; the record " + fault),
            reason);
    transactions.executeWithoutResult(status -> log.act(act));
    EvidencePackage evidence = new EvidencePackage(files(record, attempt, reason, auditor));
    return SealedEvidence.seal(evidence.zip(record.recordedAt()), recipient);
  }

  private Map<String, byte[]> files(
      LogRecord record, LogRecords.Attempt attempt, String reason, Actor auditor) {
    InclusionProof proof = attempt.proof();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(EvidencePackage.README, new byte[0]);
    files.put(EvidencePackage.RECORD, ReadMe.record(record).getBytes(UTF_8));
    files.put(EvidencePackage.PROOF, proof.text().getBytes(US_ASCII));
    files.put(
        EvidencePackage.CHECKPOINT_CERTIFICATE, pem(List.of(records.checkpointCertificate(proof))));
    agencies
        .findEverRegistered(record.facts().getOrDefault("certThumbprint", ""))
        .ifPresent(registered -> addTrust(registered, files));
    if (record.facts().containsKey("evidenceDigest")) {
      files.put(EvidencePackage.REQUEST, records.openEvidence(record.recordId(), reason, auditor));
    }
    files.put(
        EvidencePackage.README,
        ReadMe.text(record, attempt.fault(), files.keySet(), auditor, clock.instant())
            .getBytes(UTF_8));
    return files;
  }

  /**
   * The path as it is now, with what its authorities say now; of that time only the record tells.
   */
  private void addTrust(RegisteredCertificate registered, Map<String, byte[]> files) {
    KnownPath known = verifier.known(registered.certificate());
    files.put(EvidencePackage.CERTIFICATES, pem(known.path()));
    int number = 1;
    for (RevocationProof answer : known.proofs()) {
      String name =
          answer.kind() == RevocationProof.Kind.CRL ? EvidencePackage.CRL : EvidencePackage.OCSP;
      files.put(name.formatted(number++), answer.der());
    }
  }

  private static byte[] pem(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (X509Certificate certificate : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(lines.encodeToString(Certificates.der(certificate)))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString().getBytes(US_ASCII);
  }
}
