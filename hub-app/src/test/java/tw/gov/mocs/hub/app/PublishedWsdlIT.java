package tw.gov.mocs.hub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.BusFactory;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.common.ToolException;
import org.apache.cxf.tools.validator.internal.WSDL11Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** The contract, in the repository and as the demo serves it, in the eyes of CXF and the schema. */
class PublishedWsdlIT {

  /** Where a contract comes from. */
  enum Origin {
    REPOSITORY,
    SERVED,
    SERVED_WITHOUT_POLICY
  }

  private static RunningDemo demo;
  private static Schema schema;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() throws Exception {
    demo = RunningDemo.shared();
    // The schemas of WSDL 1.1 and its SOAP bindings, unchanged, as CXF ships them.
    schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                Stream.of("wsdl", "soap-binding", "soap12-binding")
                    .map(name -> "/schemas/wsdl/" + name + ".xsd")
                    .map(name -> WSDL11Validator.class.getResource(name).toString())
                    .map(StreamSource::new)
                    .toArray(Source[]::new));
  }

  @ParameterizedTest
  @EnumSource
  void isAcceptedByTheValidatorOfCxf(Origin origin) throws Exception {
    assertThat(isValid(text(origin))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void fitsTheSchemaOfWsdl(Origin origin) throws Exception {
    String text = text(origin);
    assertThatCode(() -> validate(text)).doesNotThrowAnyException();
  }

  @Test
  void wouldNotBeAcceptedWithAMessageThatHasNoElement() throws Exception {
    String broken =
        text(Origin.SERVED).replace("element=\"tns:HubFault\"", "element=\"tns:Nothing\"");
    assertThatThrownBy(() -> isValid(broken)).isInstanceOf(ToolException.class);
  }

  @Test
  void wouldNotFitWithABindingThatHasNoTransport() throws Exception {
    String broken =
        text(Origin.SERVED)
            .replace(" transport=\"http://schemas.xmlsoap.org/soap/http\"", " transprt=\"\"");
    assertThatThrownBy(() -> validate(broken))
        .isInstanceOf(SAXException.class)
        .hasMessageContaining("transprt");
  }

  @Test
  void hasNoPolicyWhereNoneIsAskedFor() throws Exception {
    assertThat(text(Origin.SERVED)).contains("AsymmetricBinding");
    assertThat(text(Origin.SERVED_WITHOUT_POLICY)).doesNotContain("Policy");
  }

  private static String text(Origin origin) throws Exception {
    String address = demo.properties().getProperty("soap.wsdl");
    return switch (origin) {
      case REPOSITORY -> Files.readString(Path.of("..", "wsdl", "exchange-v1.wsdl"));
      case SERVED -> demo.get(address);
      case SERVED_WITHOUT_POLICY -> demo.get(address + "&policy=none");
    };
  }

  private boolean isValid(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("exchange.wsdl"), text, StandardCharsets.UTF_8);
    ToolContext context = new ToolContext();
    context.put("wsdlurl", file.toString());
    context.put("validate", "all");
    return new WSDL11Validator(null, context, BusFactory.newInstance().createBus()).isValid();
  }

  private static void validate(String text) throws SAXException, IOException {
    schema.newValidator().validate(new StreamSource(new StringReader(text)));
  }
}
