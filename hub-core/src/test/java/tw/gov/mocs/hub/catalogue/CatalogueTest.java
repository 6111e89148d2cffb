package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

@OnEveryDatabase
class CatalogueTest {

  private static final Actor ADMINISTRATOR = Actor.operator("test");
  private static final ServiceCode NAME_CHANGES = new ServiceCode("SQ_TA_005");

  private final ApplicationContext core;
  private final Catalogue catalogue;

  CatalogueTest(TestDatabase database) {
    core = TestCore.shared(database, "catalogue");
    catalogue = core.getBean(Catalogue.class);
  }

  @Test
  void readsBackTheInitialCatalogueAsItWasWritten() {
    CatalogueStore store = core.getBean(CatalogueStore.class);
    assertThat(store.read().services().get(new ServiceCode("SQ_MA_001")))
        .isEqualTo(InitialCatalogue.snapshot().services().get(new ServiceCode("SQ_MA_001")));
    assertThat(store.read().tables()).containsAllEntriesOf(InitialCatalogue.snapshot().tables());
    // Other tests of this core add lists and tables of their own.
    assertThat(store.read().codeLists())
        .containsAllEntriesOf(InitialCatalogue.snapshot().codeLists());
    assertThat(store.read().guide()).isEqualTo(InitialCatalogue.snapshot().guide());
    assertThat(store.read().offer()).isEqualTo(InitialCatalogue.snapshot().offer());
  }

  @Test
  void tellsListenersOfAServiceClosedAndOpened() {
    AtomicInteger told = new AtomicInteger();
    catalogue.listen(told::incrementAndGet);
    catalogue.close(NAME_CHANGES, "系統維護中", ADMINISTRATOR);
    ExchangeService closed = catalogue.current().find(NAME_CHANGES).orElseThrow();
    catalogue.open(NAME_CHANGES, ADMINISTRATOR);
    ExchangeService open = catalogue.current().find(NAME_CHANGES).orElseThrow();
    assertThat(closed.status()).isEqualTo(ServiceStatus.CLOSED);
    assertThat(closed.notice()).isEqualTo("系統維護中");
    assertThat(open.status()).isEqualTo(ServiceStatus.OPEN);
    assertThat(open.notice()).isEmpty();
    assertThat(told).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void refusesToOpenAnOpenService() {
    assertThatThrownBy(() -> catalogue.open(new ServiceCode("SQ_TA_001"), ADMINISTRATOR))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATE_CONFLICT));
  }

  @Test
  void refusesToCloseAnUnknownService() {
    assertThatThrownBy(() -> catalogue.close(new ServiceCode("SQ_XX_001"), "", ADMINISTRATOR))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
