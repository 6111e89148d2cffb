package tw.gov.mocs.hub.web.apply;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.web.apply.Reading.Unreadable;
import tw.gov.mocs.hub.web.layout.TypedAddresses;

/** 步驟二：介接系統基本資料. */
@Component
final class SystemAnswers implements StepAnswers {

  private static final int NAMED = 5;

  @Override
  public WizardStep step() {
    return WizardStep.SYSTEM;
  }

  @Override
  public String view() {
    return "apply/system";
  }

  @Override
  public List<String> inputs() {
    return List.of(
        "systemName",
        "operatingSystem",
        "programmingLanguage",
        "database",
        "hostName",
        "addresses");
  }

  @Override
  public Typed kept(ApplicationContent content) {
    ConnectingSystem system = content.system();
    return new Typed()
        .put("systemName", system.name())
        .put("operatingSystem", system.operatingSystem())
        .put("programmingLanguage", system.language())
        .put("database", system.database())
        .put("hostName", system.hostName())
        .put(
            "addresses",
            system.addresses().stream().map(Cidr::value).collect(Collectors.joining("\n")));
  }

  @Override
  public Reading read(Typed typed, ApplicationContent before) {
    TypedAddresses addresses = TypedAddresses.of(typed.text("addresses"));
    List<String> wrong = addresses.wrong();
    List<Unreadable> unreadable =
        wrong.isEmpty()
            ? List.of()
            : List.of(new Unreadable("addresses", "apply.addresses.unreadable", named(wrong)));
    ConnectingSystem system =
        new ConnectingSystem(
            typed.text("systemName"),
            typed.text("operatingSystem"),
            typed.text("programmingLanguage"),
            typed.text("database"),
            typed.text("hostName"),
            wrong.isEmpty() ? addresses.blocks() : before.system().addresses());
    return new Reading(ContentWith.system(before, system), unreadable);
  }

  private static String named(List<String> wrong) {
    String some = wrong.stream().limit(NAMED).collect(Collectors.joining(", "));
    return wrong.size() > NAMED ? some + " …" : some;
  }
}
