package tw.gov.mocs.hub.exchange;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.EncryptionCertificates;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.audit.QuotaUse;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;

/** The doors of the running hub. */
@Component
class HubDoors implements Doors {

  private final Catalogue catalogue;
  private final Grants grants;
  private final EncryptionCertificates encryption;
  private final PersonHasher hasher;
  private final AuditLog log;

  HubDoors(
      Catalogue catalogue,
      Grants grants,
      EncryptionCertificates encryption,
      PersonHasher hasher,
      AuditLog log) {
    this.catalogue = catalogue;
    this.grants = grants;
    this.encryption = encryption;
    this.hasher = hasher;
    this.log = log;
  }

  @Override
  public Optional<ExchangeService> service(ServiceCode code) {
    return catalogue.current().find(code);
  }

  @Override
  public Optional<Grant> grant(ApplicationNumber number) {
    return grants.find(number);
  }

  @Override
  public Collection<Grant> grantsOf(long agencyId) {
    return grants.of(agencyId);
  }

  @Override
  public X509Certificate encryptionCertificate(long agencyId) {
    return encryption.require(agencyId);
  }

  @Override
  public PersonHash hash(String identityNumber) {
    return hasher.hash(identityNumber);
  }

  @Override
  public String newRecordId() {
    return log.newRecordId();
  }

  @Override
  public void append(CallRecord record, Claims claims) {
    log.append(record, claims);
  }

  @Override
  public CheckpointRef lastCheckpoint() {
    return log.lastCheckpoint();
  }

  @Override
  public QuotaUse quotaUse(ApplicationNumber number, LocalDate day) {
    return log.quotaUse(number.value(), day);
  }
}
