package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/**
 * What the project publishes in {@code wsdl/} is what the initial catalogue makes. After a change
 * that is meant, write the files anew: {@code mvn test -pl hub-core -Dtest=PublishedContractTest
 * -Dhub.wsdl.update=true}.
 */
class PublishedContractTest {

  private static final Path FOLDER = Path.of("..", "wsdl");
  private static final URI ADDRESS = URI.create("https://hub.example/exchange");

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("hub.wsdl.update")) {
      Files.createDirectories(FOLDER.resolve("samples"));
      for (Map.Entry<String, String> file : made().entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isWhatTheCatalogueMakes(String name) throws IOException {
    Diff differences =
        DiffBuilder.compare(Files.readString(FOLDER.resolve(name)))
            .withTest(made().get(name))
            .checkForIdentical()
            .build();
    assertThat(differences.hasDifferences())
        .as("%s: run with -Dhub.wsdl.update=true if the change is meant; %s", name, differences)
        .isFalse();
  }

  @Test
  void holdsNothingElse() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> FOLDER.relativize(file).toString())
                  .filter(name -> !name.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(made().keySet());
    }
  }

  static Stream<String> names() {
    return made().keySet().stream();
  }

  /** The files by name. */
  private static Map<String, String> made() {
    Contract contract = Contract.full(InitialCatalogue.snapshot().services().values());
    Map<String, String> files = new TreeMap<>();
    files.put("exchange-v1.wsdl", contract.wsdl(ADDRESS, true));
    files.put("exchange-v1.xsd", contract.xsd());
    for (Contract.Operation operation : contract.operations()) {
      String name = "samples/" + operation.service().code();
      files.put(name + "-request.xml", SampleMessages.request(operation));
      files.put(name + "-response.xml", SampleMessages.response(operation));
    }
    return files;
  }
}
