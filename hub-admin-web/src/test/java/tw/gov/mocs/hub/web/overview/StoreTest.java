package tw.gov.mocs.hub.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tw.gov.mocs.hub.web.overview.Store.Kind;
import tw.gov.mocs.hub.web.overview.Store.State;

/** What is left of queues and disks. */
class StoreTest {

  private static final Store QUEUE = Store.of(Kind.QUEUE, "queue", 2_000, 2_000, true);
  private static final Store DISK = Store.of(Kind.DISK, "disk", 600, 1_000, false);

  @Test
  void tellsWhatIsLeftOfAHundred() {
    assertThat(QUEUE.left()).isZero();
    assertThat(DISK.left()).isEqualTo(40);
    assertThat(DISK.free()).isEqualTo(400);
  }

  @Test
  void hasNothingLeftWhereMoreWaitThanMay() {
    assertThat(Store.of(Kind.QUEUE, "queue", 2_001, 2_000, true).left()).isZero();
    assertThat(Store.of(Kind.DISK, "none", 0, 0, true).left()).isZero();
  }

  @Test
  void isFoundByWhetherItIsFull() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("state", State.FULL.name());
    assertThat(StoreCriteria.of(request).found(List.of(QUEUE, DISK))).containsExactly(QUEUE);
    request.setParameter("kind", Kind.DISK.name());
    assertThat(StoreCriteria.of(request).found(List.of(QUEUE, DISK))).isEmpty();
  }
}
