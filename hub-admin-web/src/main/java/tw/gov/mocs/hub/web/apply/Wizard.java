package tw.gov.mocs.hub.web.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.ContentFault;
import tw.gov.mocs.hub.application.ContentFault.Reason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.Faults.Fault;

/**
 * Keeps what was typed in a step. Guarantee: what can be kept is kept, and what cannot, or was
 * typed over another version of the draft, is given back and not lost.
 */
@Component
final class Wizard {

  /** What a draft may not have, even while it is incomplete. */
  private static final Set<Reason> NEVER =
      Set.of(Reason.TOO_LONG, Reason.MALFORMED, Reason.REPEATED);

  private final Applications applications;
  private final FaultTexts texts;
  private final MessageSource messages;

  Wizard(Applications applications, FaultTexts texts, MessageSource messages) {
    this.applications = applications;
    this.texts = texts;
    this.messages = messages;
  }

  /**
   * What came of it.
   *
   * @param draft as it is kept now
   * @param faults all that is wrong in this step, in the order of its inputs
   * @param unkept those of them that could not be kept
   * @param stale whether somebody changed the draft meanwhile; then nothing was kept
   */
  record Kept(Application draft, Faults faults, Faults unkept, boolean stale) {}

  /**
   * Keeps it.
   *
   * @param draft as it stands now
   * @param version of the draft that was looked at while typing
   */
  Kept keep(
      Application draft,
      int version,
      StepAnswers answers,
      Typed typed,
      Applicant applicant,
      Locale locale) {
    Reading reading = answers.read(typed, draft.content());
    Faults faults = new Faults();
    Faults unkept = new Faults();
    sort(reading, draft, answers, locale, faults, unkept);
    ApplicationContent content = storable(draft, answers, typed, unkept, reading);
    if (content.equals(draft.content())) {
      return new Kept(draft, faults, unkept, false);
    }
    if (version != draft.version()) {
      return new Kept(draft, faults, unkept, true);
    }
    try {
      Application saved = applications.save(draft.id(), version, content, applicant);
      return new Kept(saved, faults, unkept, false);
    } catch (HubException e) {
      if (e.code() != ErrorCode.CHANGED_MEANWHILE) {
        throw e;
      }
      return new Kept(applications.draft(draft.id(), applicant), faults, unkept, true);
    }
  }

  /** What a draft keeps in a step and must mend before it is submitted; not what it lacks. */
  Faults wrong(Application draft, StepAnswers answers, Locale locale) {
    Faults faults = new Faults();
    for (ContentFault one : faultsOf(draft, answers)) {
      if (!one.isMissing()) {
        faults.add(texts.of(one, locale));
      }
    }
    return faults;
  }

  /** A fault, and whether it keeps its value from being kept. */
  private record Found(Fault fault, boolean never) {}

  private void sort(
      Reading reading,
      Application draft,
      StepAnswers answers,
      Locale locale,
      Faults faults,
      Faults unkept) {
    Set<String> covered = new LinkedHashSet<>();
    List<Found> found = new ArrayList<>();
    for (Reading.Unreadable one : reading.unreadable()) {
      covered.addAll(answers.silences(one.field()));
      String text = messages.getMessage(one.key(), one.told(), locale);
      found.add(new Found(new Fault(one.field(), text, true), true));
    }
    for (ContentFault one : faultsOf(with(draft, reading.content()), answers)) {
      Fault fault = texts.of(one, locale);
      if (!covered.contains(fault.field())) {
        found.add(new Found(fault, NEVER.contains(one.reason())));
      }
    }
    List<String> order = answers.inputs();
    found.sort(Comparator.comparingInt(one -> place(order, one.fault().field())));
    for (Found one : found) {
      faults.add(one.fault());
      if (one.never()) {
        unkept.add(one.fault());
      }
    }
  }

  private static int place(List<String> order, String field) {
    int place = order.indexOf(field);
    return place < 0 ? order.size() : place;
  }

  private List<ContentFault> faultsOf(Application draft, StepAnswers answers) {
    return applications.progress(draft).faultsOf(answers.step());
  }

  /** The content with what may be kept of it; for the rest, what was kept before. */
  private static ApplicationContent storable(
      Application draft, StepAnswers answers, Typed typed, Faults unkept, Reading reading) {
    if (unkept.isEmpty()) {
      return reading.content();
    }
    Set<String> inputs = new LinkedHashSet<>();
    unkept.all().forEach(fault -> inputs.addAll(answers.together(fault.field())));
    Typed possible = typed.with(inputs, answers.kept(draft.content()));
    return answers.read(possible, draft.content()).content();
  }

  private static Application with(Application draft, ApplicationContent content) {
    return new Application(
        draft.id(),
        draft.version(),
        draft.agencyId(),
        draft.agencyCode(),
        draft.status(),
        content,
        draft.consent(),
        draft.submission(),
        draft.reviews());
  }
}
