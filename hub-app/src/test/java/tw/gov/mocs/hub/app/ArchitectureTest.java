package tw.gov.mocs.hub.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The package map of docs/architecture.md, enforced. */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

  /** Neither our tests nor the fixtures that hub-core lends to other modules' tests. */
  static final class ProductOnly implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && new DoNotIncludeTests().includes(location);
    }
  }

  static final String ROOT = "tw.gov.mocs.hub";

  /** What every feature may use. */
  private static final List<String> COMMON = List.of("shared", "database", "job");

  /** Feature → the other features that it may use. */
  static final Map<String, List<String>> FEATURES = new LinkedHashMap<>();

  static {
    FEATURES.put("job", List.of());
    FEATURES.put("audit", List.of());
    FEATURES.put("setting", List.of("audit"));
    FEATURES.put("trust", List.of("setting", "audit"));
    FEATURES.put("agency", List.of("trust", "audit"));
    FEATURES.put("evidence", List.of("agency", "trust", "audit"));
    FEATURES.put("catalogue", List.of("audit"));
    FEATURES.put("notice", List.of("setting", "audit"));
    FEATURES.put(
        "application", List.of("agency", "catalogue", "trust", "notice", "setting", "audit"));
    FEATURES.put("incident", List.of("agency", "catalogue", "application", "notice", "audit"));
    FEATURES.put("usage", List.of("application", "agency", "audit"));
    FEATURES.put("exchange", List.of("application", "catalogue", "agency", "audit", "trust"));
    FEATURES.put(
        "delivery",
        List.of(
            "exchange",
            "application",
            "catalogue",
            "agency",
            "audit",
            "trust",
            "notice",
            "setting"));
    FEATURES.put(
        "integration",
        List.of("delivery", "exchange", "application", "catalogue", "agency", "audit", "trust"));
    FEATURES.put("file", List.of("setting"));
    FEATURES.put("content", List.of("file", "audit"));
  }

  @ArchTest
  static final ArchRule everyPackageIsKnown =
      classes()
          .that()
          .resideInAPackage(ROOT + "..")
          .should()
          .resideInAnyPackage(
              Stream.of(
                      FEATURES.keySet(),
                      COMMON,
                      List.of("demo", "sandbox", "ws", "web", "client", "app", "bench"))
                  .flatMap(Collection::stream)
                  .map(name -> ROOT + "." + name + "..")
                  .toArray(String[]::new))
          .orShould()
          .resideInAPackage(ROOT);

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule edgesDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".ws..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".web..", ROOT + ".app..", ROOT + ".client..");

  @ArchTest
  static final ArchRule portalKnowsNoSoap =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".ws..", ROOT + ".app..", ROOT + ".client..", "org.apache.cxf..");

  @ArchTest
  static final ArchRule clientKnowsNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".client..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "another package of ours",
                  (JavaClass type) ->
                      type.getPackageName().startsWith(ROOT)
                          && !type.getPackageName().startsWith(ROOT + ".client")));

  @ArchTest
  static final ArchRule coreKnowsNoEdge =
      noClasses()
          .that()
          .resideInAnyPackage(
              FEATURES.keySet().stream()
                  .map(name -> ROOT + "." + name + "..")
                  .toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.cxf..", "jakarta.servlet..", "org.eclipse.jetty..", "org.thymeleaf..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      classes()
          .that()
          .resideInAPackage(ROOT + "..")
          .and()
          // 服務 is the domain's word.
          .haveNameNotMatching(".*\\.ExchangeService(\\$.*)?")
          .should()
          .haveNameNotMatching(".*(Service|ServiceImpl|Impl|Utils?|Helper|Manager|Dto|Vo)(\\$.*)?");

  @TestFactory
  List<DynamicTest> featuresUseWhatTheMapAllows() {
    var imported = new ClassFileImporter().withImportOption(new ProductOnly()).importPackages(ROOT);
    return FEATURES.entrySet().stream()
        .map(
            feature ->
                DynamicTest.dynamicTest(
                    feature.getKey(), () -> rule(feature.getKey()).check(imported)))
        .toList();
  }

  private static ArchRule rule(String feature) {
    List<String> allowed = new ArrayList<>(COMMON);
    allowed.add(feature);
    allowed.addAll(FEATURES.getOrDefault(feature, List.of()));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + feature + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "a package that the map does not give it",
                (JavaClass type) -> {
                  String name = type.getPackageName();
                  return name.startsWith(ROOT + ".")
                      && allowed.stream()
                          .noneMatch(
                              allowedName ->
                                  name.equals(ROOT + "." + allowedName)
                                      || name.startsWith(ROOT + "." + allowedName + "."));
                }))
        .allowEmptyShould(true);
  }
}
