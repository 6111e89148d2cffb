package tw.gov.mocs.hub.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CataloguePlan.Kind;
import tw.gov.mocs.hub.catalogue.CataloguePlan.Step;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** A file with a part of the catalogue: first what it would do, then all of it or nothing. */
@Component
public class CatalogueImport {

  /** Fields may name lists, and codes stand in lists, that the same file makes. */
  private static final List<CatalogueSheet> ORDER =
      List.of(
          CatalogueSheet.LISTS, CatalogueSheet.CODES, CatalogueSheet.TABLES, CatalogueSheet.FIELDS);

  private final CatalogueRegister register;

  CatalogueImport(CatalogueRegister register) {
    this.register = register;
  }

  /** What the lines would do now. An entry that is in none of them stays as it is. */
  public CataloguePlan plan(List<CatalogueLine> lines) {
    return plan(lines, register.use());
  }

  /**
   * Does what {@link #plan} showed.
   *
   * @param mark of the plan that somebody looked at
   * @throws HubException CHANGED_MEANWHILE if it would do something else by now; VALUE_INVALID if a
   *     line does not fit
   */
  public CataloguePlan apply(List<CatalogueLine> lines, String mark, Actor actor) {
    return register.inTransaction(
        () -> {
          CatalogueUse now = register.now();
          CataloguePlan plan = plan(lines, now);
          if (!plan.mark().equals(mark)) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, "the catalogue has changed");
          }
          if (!plan.fits()) {
            throw new HubException(ErrorCode.VALUE_INVALID, "lines", "服務目錄", "不符規定");
          }
          for (Step step : plan.steps()) {
            CatalogueEntry before = step.before();
            if (before == null) {
              register.insert(step.after(), actor);
            } else {
              register.replace(now.catalogue(), before, step.after(), actor);
            }
          }
          return plan;
        });
  }

  private static CataloguePlan plan(List<CatalogueLine> lines, CatalogueUse use) {
    List<Step> steps = new ArrayList<>();
    CatalogueUse going = use;
    for (CatalogueSheet sheet : ORDER) {
      Map<List<String>, CatalogueEntry> known = new HashMap<>();
      CatalogueEntries.all(use.catalogue(), sheet).forEach(one -> known.put(one.key(), one));
      Set<List<String>> seen = new HashSet<>();
      for (CatalogueLine line : lines) {
        if (line.sheet() == sheet) {
          Step step = step(line, known, seen, going);
          steps.add(step);
          going = after(going, step);
        }
      }
    }
    byte[] text = steps.toString().getBytes(StandardCharsets.UTF_8);
    return new CataloguePlan(steps, HexFormat.of().formatHex(Digests.sha256(text)));
  }

  private static Step step(
      CatalogueLine line,
      Map<List<String>, CatalogueEntry> known,
      Set<List<String>> seen,
      CatalogueUse use) {
    CatalogueEntry typed = new CatalogueEntry(line.sheet(), line.values());
    CatalogueEntry before = known.get(typed.key());
    CatalogueEntry after = before == null ? typed : before.with(given(line, typed));
    List<CatalogueFault> faults = new ArrayList<>();
    if (!after.equals(before)) {
      faults.addAll(CatalogueCheck.faults(before, after, use));
    }
    if (!seen.add(typed.key())) {
      List<CatalogueItem> keys = line.sheet().keys();
      faults.add(new CatalogueFault(keys.get(keys.size() - 1), CatalogueFault.Kind.REPEATED));
    }
    return new Step(line.number(), before, after, faults);
  }

  private static Map<CatalogueItem, String> given(CatalogueLine line, CatalogueEntry typed) {
    Map<CatalogueItem, String> given = new EnumMap<>(CatalogueItem.class);
    line.values().keySet().forEach(item -> given.put(item, typed.of(item)));
    return given;
  }

  /** What the lists are for the lines that follow. */
  private static CatalogueUse after(CatalogueUse use, Step step) {
    CatalogueEntry entry = step.after();
    boolean list = entry.sheet() == CatalogueSheet.LISTS;
    boolean effective = step.kind() == Kind.ADD || step.kind() == Kind.CHANGE;
    if (!effective || !(list || entry.sheet() == CatalogueSheet.CODES)) {
      return use;
    }
    CatalogueSnapshot now = use.catalogue();
    SortedMap<String, CodeList> lists = new TreeMap<>(now.codeLists());
    lists.compute(
        entry.of(CatalogueItem.CODE_LIST), (type, known) -> after(type, known, step, list));
    return new CatalogueUse(
        new CatalogueSnapshot(now.services(), now.tables(), lists, now.guide(), now.offer()),
        use.granted());
  }

  private static CodeList after(String type, @Nullable CodeList known, Step step, boolean list) {
    List<CodeList.Entry> codes = new ArrayList<>(known == null ? List.of() : known.entries());
    if (!list) {
      CodeList.Entry code = CatalogueTexts.code(step.after());
      codes.removeIf(
          one -> one.code().equals(code.code()) && one.validFrom().equals(code.validFrom()));
      codes.add(code);
    }
    return new CodeList(type, type, type, codes);
  }
}
