package tw.gov.mocs.hub.catalogue;

import java.time.Instant;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;

/** Writes the {@link InitialCatalogue} into an empty database, each part logged as an act. */
record InitialLoad(CatalogueStore store, CatalogueMapper mapper, AuditLog log, Instant now) {

  private static final String REASON = "initial catalogue";

  void load(CatalogueSnapshot initial) {
    for (CodeList list : initial.codeLists().values()) {
      store.insert(list);
      act(AuditAction.CODE_LIST_CHANGED, list.codeType(), list.entries().size() + " codes");
    }
    initial.tables().keySet().stream()
        .sorted()
        .map(initial.tables()::get)
        .forEach(
            table -> {
              store.insert(table);
              act(AuditAction.TABLE_IMPORTED, table.name(), table.fields().size() + " fields");
            });
    for (ExchangeService service : initial.services().values()) {
      ServiceCode code = service.code();
      mapper.insertService(
          code.value(),
          service.status(),
          CatalogueEditor.place(initial.guide(), code),
          CatalogueEditor.place(initial.offer(), code));
      store.insertVersion(service, now, Actor.HUB.name());
      act(AuditAction.SERVICE_PUBLISHED, code.value(), "version " + service.version());
    }
  }

  private void act(AuditAction action, String subject, String after) {
    log.act(new Act(action, Actor.HUB, subject, null, null, after, REASON));
  }
}
