package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlReadingTest {

  private final XmlReading reading = new XmlReading(new WsSettings.Xml(32, 100, 32, 16));

  /** Else strangers could make a name that is looked up for ever after among thousands like it. */
  @Test
  void learnsNoNameFromAMessage() throws ReflectiveOperationException {
    int before = known();
    reading.read("<a><unheardOf/></a>".getBytes(StandardCharsets.UTF_8));
    assertThat(known()).isEqualTo(before);
  }

  private int known() throws ReflectiveOperationException {
    Field factory = XmlReading.class.getDeclaredField("factory");
    factory.setAccessible(true);
    Field symbols = WstxInputFactory.class.getDeclaredField("mSymbols");
    symbols.setAccessible(true);
    return ((SymbolTable) symbols.get(factory.get(reading))).size();
  }
}
