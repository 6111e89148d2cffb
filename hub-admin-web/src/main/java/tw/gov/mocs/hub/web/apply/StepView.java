package tw.gov.mocs.hub.web.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.ContentLimits;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.WizardProgress;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.file.StoredFiles;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.Names;

/** The page of a step, with what stands in its inputs. */
@Component
final class StepView {

  static final String TEMPLATE = "apply/step";

  private static final long MEGABYTE = 1024L * 1024;

  private final List<StepAnswers> simple;
  private final ConditionAnswers conditions;
  private final ServiceAnswers services;
  private final Applications applications;
  private final Agencies agencies;
  private final StoredFiles files;
  private final Returned returned;
  private final MessageSource messages;
  private final Names names;

  StepView(
      List<StepAnswers> all,
      ConditionAnswers conditions,
      ServiceAnswers services,
      Applications applications,
      Agencies agencies,
      StoredFiles files,
      Returned returned,
      MessageSource messages,
      Names names) {
    this.simple = all.stream().filter(one -> one.step() != WizardStep.REQUEST).toList();
    this.conditions = conditions;
    this.services = services;
    this.applications = applications;
    this.agencies = agencies;
    this.files = files;
    this.returned = returned;
    this.messages = messages;
    this.names = names;
  }

  /** What a step asks; step five asks what the method needs. */
  StepAnswers answers(int step, @Nullable DeliveryMethod method) {
    return simple.stream()
        .filter(one -> one.step().number() == step)
        .findFirst()
        .orElse(method == DeliveryMethod.ONE_TIME_FILE ? conditions : services);
  }

  /** Where the wizard goes on. */
  WizardStep next(Application draft) {
    return applications.progress(draft).step();
  }

  /** Fills the page. */
  void show(
      Model model,
      Application draft,
      StepAnswers answers,
      Typed typed,
      Faults faults,
      Locale locale) {
    WizardProgress progress = applications.progress(draft);
    WizardStep step = answers.step();
    String title = StepList.titleKey(step, draft.content().method());
    Agency agency = agencies.get(draft.agencyId());
    model.addAttribute("draft", draft);
    model.addAttribute("returned", returned.why(draft));
    model.addAttribute("current", step.number());
    List<StepLink> steps = StepList.of(draft, progress, step);
    model.addAttribute("steps", steps);
    model.addAttribute("stepTitle", title);
    model.addAttribute("view", answers.view());
    model.addAttribute("typed", typed);
    model.addAttribute(TwoWindows.WAS, TwoWindows.was(answers.kept(draft.content())));
    model.addAttribute("faults", faults);
    model.addAttribute("agency", names.of(agency, locale));
    List<StepLink> lacking = steps.stream().filter(StepView::lacks).toList();
    model.addAttribute("lacking", lacking);
    model.addAttribute(
        "wrongBefore", lacking.stream().anyMatch(one -> one.state() == StepLink.State.MENDING));
    model.addAttribute("multipart", answers == conditions);
    if (answers == services) {
      model.addAttribute("choices", services.choices(typed, draft.content()));
    }
    if (answers == conditions) {
      model.addAttribute("megabytes", Math.max(1, files.maxBytes() / MEGABYTE));
      model.addAttribute("maxBytes", files.maxBytes());
      model.addAttribute("extensions", DraftFiles.RULES.extensions());
      model.addAttribute("mostFiles", ContentLimits.ATTACHMENTS);
    }
  }

  /** Says what another window kept: what it alone changed, and what was changed here too. */
  void showOther(
      Model model, Application draft, StepAnswers answers, TwoWindows both, Locale locale) {
    Typed kept = answers.kept(draft.content());
    model.addAttribute("merged", named(both.changedThere(), kept, locale).entrySet());
    model.addAttribute("elsewhere", named(both.changedInBoth(), kept, locale).entrySet());
  }

  private Map<String, String> named(List<String> inputs, Typed kept, Locale locale) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String input : inputs) {
      String label = messages.getMessage("apply.input." + part(input), null, locale);
      all.merge(label + rest(input), shown(kept.all(input), locale), (a, b) -> a + "～" + b);
    }
    return all;
  }

  private static String part(String input) {
    return input.contains("-") ? input.substring(0, input.indexOf('-')) : input;
  }

  private static String rest(String input) {
    return input.contains("-") ? " " + input.substring(input.indexOf('-') + 1) : "";
  }

  private String shown(List<String> values, Locale locale) {
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      String text = messages.getMessage("apply.choice." + value, null, value, locale);
      texts.add(text == null ? value : text);
    }
    String joined = String.join(", ", texts);
    return joined.isBlank() ? messages.getMessage("apply.nothing", null, locale) : joined;
  }

  private static boolean lacks(StepLink step) {
    return step.state() == StepLink.State.LACKING || step.state() == StepLink.State.MENDING;
  }
}
