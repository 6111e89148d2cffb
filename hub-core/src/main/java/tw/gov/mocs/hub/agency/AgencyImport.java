package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.AgencyPlan.Step;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Agencies from a file: first what it would do, then all of it or nothing. */
@Component
public class AgencyImport {

  private final AgencyRegister register;
  private final Agencies agencies;
  private final AgencyCheck check;
  private final TransactionTemplate transactions;

  AgencyImport(
      AgencyRegister register,
      Agencies agencies,
      AgencyCheck check,
      TransactionTemplate transactions) {
    this.register = register;
    this.agencies = agencies;
    this.check = check;
    this.transactions = transactions;
  }

  /** What the lines would do now. An agency that is in none of them stays as it is. */
  public AgencyPlan plan(List<AgencyLine> lines) {
    Map<String, AgencyProfile> known = new HashMap<>();
    register.list().forEach(one -> known.put(one.entry().code(), one));
    Set<String> codes = new HashSet<>();
    Set<String> oids = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    for (AgencyLine line : lines) {
      AgencyProfile before = known.get(line.values().getOrDefault(AgencyField.CODE, "").strip());
      AgencyEntry after = after(line, before);
      List<AgencyFault> faults =
          new ArrayList<>(check.faults(after, before == null ? null : before.agency()));
      repeated(AgencyField.CODE, after.code(), codes, faults);
      repeated(AgencyField.OID, after.oid(), oids, faults);
      steps.add(new Step(line.number(), before, after, faults));
    }
    return new AgencyPlan(steps, mark(steps));
  }

  /**
   * Does what {@link #plan} showed.
   *
   * @param mark of the plan that somebody looked at
   * @throws HubException CHANGED_MEANWHILE if it would do something else by now; VALUE_INVALID if a
   *     line does not fit
   */
  public AgencyPlan apply(List<AgencyLine> lines, String mark, Actor actor) {
    return requireNonNull(
        transactions.execute(
            status -> {
              AgencyPlan plan = plan(lines);
              if (!plan.mark().equals(mark)) {
                throw new HubException(ErrorCode.CHANGED_MEANWHILE, "agencies have changed");
              }
              if (!plan.fits()) {
                throw new HubException(ErrorCode.VALUE_INVALID, "lines", "機關資料", "不符規定");
              }
              plan.steps().forEach(step -> apply(step, actor));
              return plan;
            }));
  }

  private void apply(Step step, Actor actor) {
    AgencyProfile before = step.before();
    if (before == null) {
      agencies.register(step.after(), actor);
    } else if (step.kind() == AgencyPlan.Kind.CHANGE) {
      register.replace(before, step.after(), actor);
    }
  }

  private static AgencyEntry after(AgencyLine line, @Nullable AgencyProfile before) {
    Map<AgencyField, String> all = new HashMap<>();
    for (AgencyField field : AgencyField.values()) {
      String kept = before == null ? null : before.entry().of(field);
      String value = line.values().getOrDefault(field, kept);
      if (value != null) {
        all.put(field, value);
      }
    }
    return new AgencyEntry(
        all.getOrDefault(AgencyField.CODE, ""),
        all.getOrDefault(AgencyField.NAME, ""),
        all.get(AgencyField.NAME_EN),
        all.get(AgencyField.OID),
        all.get(AgencyField.CONTACT_NAME),
        all.get(AgencyField.CONTACT_PHONE),
        all.get(AgencyField.CONTACT_MAIL));
  }

  private static void repeated(
      AgencyField field, @Nullable String value, Set<String> seen, List<AgencyFault> faults) {
    if (value != null && !value.isEmpty() && !seen.add(value)) {
      faults.add(new AgencyFault(field, AgencyFault.Kind.REPEATED));
    }
  }

  private static String mark(List<Step> steps) {
    byte[] text = steps.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256(text));
  }
}
