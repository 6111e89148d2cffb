package tw.gov.mocs.hub.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.web.review.Offer.Item;

class DecisionViewTest {

  @Test
  void holdsAsManyServicesOfUsualSizeAsAnApplicationCanName() {
    assertThat(DecisionView.isTooMuch(offers(ContentLimits.SERVICES, 40))).isFalse();
  }

  @Test
  void tellsBeforehandWhatCouldNotBeSent() {
    assertThat(DecisionView.isTooMuch(offers(ContentLimits.SERVICES, 50))).isTrue();
  }

  private static List<Offer> offers(int services, int fields) {
    Item item = new Item("field", "field", FieldType.STRING, 10, false, true, true);
    return IntStream.range(0, services)
        .mapToObj(
            i -> new Offer("SQ_ZZ_" + i, "", "", "", Collections.nCopies(fields, item), List.of()))
        .toList();
  }
}
