package tw.gov.mocs.hub.exchange;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.QuotaUse;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/**
 * All that a call needs of the other features, in one place; tests stand in for it, to show what
 * happens when the log fails.
 */
interface Doors {

  /** The published service, open or closed. */
  Optional<ExchangeService> service(ServiceCode code);

  /** The grant of an application, whoever owns it, in whatever state. */
  Optional<Grant> grant(ApplicationNumber number);

  /** All grants of an agency. */
  Collection<Grant> grantsOf(long agencyId);

  /** See {@link tw.gov.mocs.hub.agency.EncryptionCertificates#require}. */
  X509Certificate encryptionCertificate(long agencyId);

  /** The keyed hash of an identity number. */
  PersonHash hash(String identityNumber);

  /** See {@link tw.gov.mocs.hub.audit.AuditLog#newRecordId}. */
  String newRecordId();

  /** See {@link tw.gov.mocs.hub.audit.AuditLog#append}. */
  void append(CallRecord record, Claims claims);

  /** The last checkpoint of the log. */
  CheckpointRef lastCheckpoint();

  /** What the application has used on the day. */
  QuotaUse quotaUse(ApplicationNumber number, LocalDate day);
}
