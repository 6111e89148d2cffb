package tw.gov.mocs.hub.integration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantedContract;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.catalogue.Contract.Operation;
import tw.gov.mocs.hub.catalogue.SampleMessages;
import tw.gov.mocs.hub.exchange.ExchangeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Gives out integration modules, made from the grant of this moment. Guarantee: a module holds the
 * granted services and fields, certificates, and no private key; each is recorded before it leaves.
 */
@Component
public class IntegrationModules {

  private final Grants grants;
  private final Applications applications;
  private final Catalogue catalogue;
  private final HubIdentity hub;
  private final ExchangeSettings limits;
  private final AuditLog log;
  private final ActHistory history;
  private final TransactionTemplate transactions;

  IntegrationModules(
      Grants grants,
      Applications applications,
      Catalogue catalogue,
      IntegrationSettings settings,
      ExchangeSettings limits,
      AuditLog log,
      ActHistory history,
      TransactionTemplate transactions) {
    this.grants = grants;
    this.applications = applications;
    this.catalogue = catalogue;
    this.hub = new HubIdentity(settings);
    this.limits = limits;
    this.log = log;
    this.history = history;
    this.transactions = transactions;
  }

  /**
   * The module of an application, for somebody who may have it.
   *
   * @throws HubException NOT_FOUND for an unknown number; STATE_CONFLICT, saying why, if it is of a
   *     one-time file, not granted, suspended, revoked or expired; SETTINGS_INVALID if this node
   *     does not know the hub's certificate
   */
  public IntegrationModule give(ApplicationNumber number, Actor to) {
    Grant grant = grants.find(number).orElseThrow(() -> notGranted(number));
    requireCallable(number);
    switch (grant.status()) {
      case SUSPENDED -> throw refused(number, "授權已暫停");
      case REVOKED -> throw refused(number, "授權已廢止");
      case EXPIRED -> throw refused(number, "授權已到期");
      case ACTIVE -> {}
    }
    IntegrationModule module = make(grant, catalogue.current());
    record(grant, to);
    return module;
  }

  /** Why there is no grant. */
  private HubException notGranted(ApplicationNumber number) {
    Application application = applications.get(number);
    requireCallable(number);
    return switch (application.status()) {
      case PENDING, SECOND_REVIEW -> refused(number, "申請案尚未審核");
      case RETURNED -> refused(number, "申請案退回補正中");
      case REJECTED -> refused(number, "申請案審核不通過");
      case WITHDRAWN -> refused(number, "申請案已撤回");
      case DRAFT, APPROVED, PARTLY_APPROVED ->
          new HubException(ErrorCode.NOT_FOUND, "no grant of " + number, number.value());
    };
  }

  private static void requireCallable(ApplicationNumber number) {
    if (!number.value().startsWith(DeliveryMethod.WEB_SERVICE.prefix())) {
      throw refused(number, "單次服務沒有介接模組，其檔案以解密程式解開");
    }
  }

  private static HubException refused(ApplicationNumber number, String why) {
    return new HubException(ErrorCode.STATE_CONFLICT, number + " gets none: " + why, why);
  }

  /** How often the module of an application was given out. */
  public long given(ApplicationNumber number) {
    return history.count(number.value(), AuditAction.INTEGRATION_MODULE_GIVEN);
  }

  private IntegrationModule make(Grant grant, CatalogueSnapshot offered) {
    Contract contract = GrantedContract.of(grant, offered);
    Granted granted = new Granted(grant, offered, contract.operations(), limits);
    IntegrationModule module = new IntegrationModule(grant.applicationNo(), grant.version());
    module.add("README.md", Readme.inChinese(granted, hub));
    module.add("README.en.md", Readme.inEnglish(granted, hub));
    module.add("connection.conf", hub.connection(granted));
    module.add("grant.conf", GrantFile.of(granted));
    hub.certificates().forEach(module::add);
    module.add("contract/exchange.wsdl", contract.wsdl(hub.endpoint(), true));
    module.add("contract/exchange-no-policy.wsdl", contract.wsdl(hub.endpoint(), false));
    module.add("contract/exchange.xsd", contract.xsd());
    for (Operation operation : contract.operations()) {
      String sample = "contract/samples/" + operation.service().code();
      module.add(sample + "-request.xml", SampleMessages.request(operation));
      module.add(sample + "-response.xml", SampleMessages.response(operation));
    }
    StandingFiles.read("module").forEach(module::add);
    return module;
  }

  private void record(Grant grant, Actor to) {
    Act act =
        new Act(
            AuditAction.INTEGRATION_MODULE_GIVEN,
            to,
            grant.applicationNo().value(),
            grant.agencyId(),
            null,
            "grant version " + grant.version(),
            null);
    transactions.executeWithoutResult(status -> log.act(act));
  }
}
