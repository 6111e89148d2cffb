package tw.gov.mocs.hub.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.audit.ActLine;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;

/** 機關管理 on every database: search, add, change, suspend, and a file of many. */
@OnEveryDatabase
class AgencyRegisterTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Actor ADMIN = new Actor("admin", null, null);

  private final AgencyRegister register;
  private final AgencyImport files;
  private final Agencies agencies;
  private final ActHistory history;
  private final int run = NEXT.incrementAndGet();
  private final String code = "R%06d".formatted(run);
  private final String oid = "2.25.55." + run;

  AgencyRegisterTest(TestDatabase database) {
    ApplicationContext core = TestCore.shared(database);
    register = core.getBean(AgencyRegister.class);
    files = core.getBean(AgencyImport.class);
    agencies = core.getBean(Agencies.class);
    history = core.getBean(ActHistory.class);
  }

  @Test
  void keepsWhatWasTypedAndTellsCallsAtOnce() {
    AgencyProfile added = register.add(entry("甲機關"), ADMIN);
    assertThat(register.get(new AgencyCode(code)).entry()).isEqualTo(entry("甲機關"));
    assertThat(agencies.find(new AgencyCode(code))).contains(added.agency());
  }

  @Test
  void logsAllDataOfANewOneWithoutThePerson() {
    register.add(new AgencyEntry(code, "甲機關", null, oid, "王小明", null, null), ADMIN);
    assertThat(history.of("agency " + code))
        .extracting(ActLine::stateAfter)
        .containsExactly("CODE=%s; NAME=甲機關; OID=%s; CONTACT_NAME=*".formatted(code, oid));
  }

  @Test
  void changesDataAndLogsWhatDiffersWithoutThePerson() {
    AgencyProfile before = register.add(entry("甲機關"), ADMIN);
    AgencyEntry after = new AgencyEntry(code, "乙機關", null, oid, "王小明", "無", "a@b.tw");
    AgencyEntry fits = new AgencyEntry(code, "乙機關", null, oid, "王小明", "02-12345678", "a@b.tw");
    assertThat(register.faults(before, after))
        .containsExactly(new AgencyFault(AgencyField.CONTACT_PHONE, AgencyFault.Kind.FORM));
    register.change(new AgencyCode(code), before.version(), fits, ADMIN);
    assertThat(agencies.find(new AgencyCode(code))).get().returns("乙機關", Agency::name);
    ActLine act = lastAct();
    assertThat(act.action()).isEqualTo(AuditAction.AGENCY_CHANGED);
    assertThat(act.stateBefore())
        .isEqualTo("NAME=甲機關; CONTACT_NAME=*; CONTACT_PHONE=*; CONTACT_MAIL=*");
    assertThat(act.stateAfter()).contains("NAME=乙機關").doesNotContain("王小明");
  }

  @Test
  void refusesWhoLookedAtAnOlderVersion() {
    AgencyProfile seen = register.add(entry("甲機關"), ADMIN);
    register.change(new AgencyCode(code), seen.version(), entry("乙機關"), ADMIN);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> register.change(new AgencyCode(code), seen.version(), entry("丙機關"), ADMIN));
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> register.suspend(new AgencyCode(code), seen.version(), "理由", ADMIN));
  }

  @Test
  void suspendsWithAReasonAndResumes() {
    AgencyProfile seen = register.add(entry("甲機關"), ADMIN);
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> register.suspend(new AgencyCode(code), seen.version(), " ", ADMIN));
    register.suspend(new AgencyCode(code), seen.version(), "違反規範", ADMIN);
    assertThat(agencies.find(new AgencyCode(code))).get().returns(true, Agency::suspended);
    assertThat(lastAct().reason()).isEqualTo("違反規範");
    long version = register.get(new AgencyCode(code)).version();
    register.resume(new AgencyCode(code), version, "已改善", ADMIN);
    assertThat(agencies.find(new AgencyCode(code))).get().returns(false, Agency::suspended);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 甲, , , , CODE, MISSING",
    "ab1, 甲, , , , CODE, FORM",
    "ABCDEFGHIJK, 甲, , , , CODE, TOO_LONG",
    "QQQ1, '', , , , NAME, MISSING",
    "QQQ1, 甲, 2.16.886., , , OID, FORM",
    "QQQ1, 甲, 3.1, , , OID, FORM",
    "QQQ1, 甲, 2.01, , , OID, FORM",
    "QQQ1, 甲, , 電話, , CONTACT_PHONE, FORM",
    "QQQ1, 甲, , , nobody, CONTACT_MAIL, FORM"
  })
  void saysWhatIsWrong(
      String typed,
      String name,
      String number,
      String phone,
      String mail,
      AgencyField field,
      AgencyFault.Kind kind) {
    assertThat(register.faults(new AgencyEntry(typed, name, null, number, null, phone, mail)))
        .containsExactly(new AgencyFault(field, kind));
  }

  @Test
  void givesNoCodeAndNoOidTwice() {
    register.add(entry("甲機關"), ADMIN);
    assertThat(register.faults(entry("乙機關")))
        .containsExactly(
            new AgencyFault(AgencyField.CODE, AgencyFault.Kind.TAKEN),
            new AgencyFault(AgencyField.OID, AgencyFault.Kind.TAKEN));
    refuses(ErrorCode.VALUE_INVALID, () -> register.add(entry("乙機關"), ADMIN));
  }

  @Test
  void keepsTheOidThatItsCertificatesName() {
    AgencyProfile seen = register.add(entry("甲機關"), ADMIN);
    agencies.registerCertificate(
        new AgencyCode(code),
        AgencyTestCertificates.ofAgency(oid),
        Set.of(CertificateUse.CALL),
        ADMIN);
    AgencyEntry other = new AgencyEntry(code, "甲機關", null, oid + ".9", null, null, null);
    assertThat(register.faults(seen, other))
        .containsExactly(new AgencyFault(AgencyField.OID, AgencyFault.Kind.OTHER_IN_CERTIFICATES));
    AgencyEntry none = new AgencyEntry(code, "甲機關", null, null, null, null, null);
    AgencyFault removed = new AgencyFault(AgencyField.OID, AgencyFault.Kind.NAMED_IN_CERTIFICATES);
    assertThat(register.faults(seen, none)).containsExactly(removed);
    Map<AgencyField, String> emptied = Map.of(AgencyField.CODE, code, AgencyField.OID, "");
    assertThat(files.plan(List.of(new AgencyLine(2, emptied))).of(AgencyPlan.Kind.FAULTY))
        .singleElement()
        .returns(2, AgencyPlan.Step::line)
        .returns(List.of(removed), AgencyPlan.Step::faults);
  }

  @Test
  void removesAnOidThatNoCertificateNames() {
    AgencyProfile seen = register.add(entry("甲機關"), ADMIN);
    AgencyEntry none = new AgencyEntry(code, "甲機關", null, null, null, null, null);
    assertThat(register.faults(seen, none)).isEmpty();
  }

  @Test
  void findsByCodeNameAndOid() {
    register.add(entry("辨識用" + code), ADMIN);
    for (String text : List.of(code.toLowerCase(Locale.ROOT), "辨識用" + code, oid)) {
      assertThat(register.search(search(text, null)).items())
          .extracting(one -> one.entry().code())
          .contains(code);
    }
    assertThat(register.search(search(code, true)).items()).isEmpty();
    assertThat(register.search(search("沒有這個機關", null)).total()).isZero();
  }

  @Test
  void appliesAFileAsAWhole() {
    register.add(entry("甲機關"), ADMIN);
    List<AgencyLine> lines =
        List.of(line(2, code, "乙機關"), line(3, code + "N", "新機關"), line(4, code + "M", "另一新"));
    AgencyPlan plan = files.plan(lines);
    assertThat(plan.steps())
        .extracting(AgencyPlan.Step::kind)
        .containsExactly(AgencyPlan.Kind.CHANGE, AgencyPlan.Kind.ADD, AgencyPlan.Kind.ADD);
    files.apply(lines, plan.mark(), ADMIN);
    assertThat(register.get(new AgencyCode(code)).entry())
        .returns("乙機關", AgencyEntry::name)
        .returns(oid, AgencyEntry::oid);
    assertThat(agencies.find(new AgencyCode(code + "N"))).isPresent();
    assertThat(files.plan(lines).steps()).allMatch(step -> step.kind() == AgencyPlan.Kind.SAME);
  }

  @Test
  void appliesNothingOfAFileWithOneBadLine() {
    List<AgencyLine> lines =
        List.of(line(2, code, "新機關"), line(3, code, "重複"), line(4, "x", "形式不符"));
    AgencyPlan plan = files.plan(lines);
    assertThat(plan.of(AgencyPlan.Kind.FAULTY))
        .extracting(AgencyPlan.Step::line)
        .containsExactly(3, 4);
    refuses(ErrorCode.VALUE_INVALID, () -> files.apply(lines, plan.mark(), ADMIN));
    assertThat(agencies.find(new AgencyCode(code))).isEmpty();
  }

  @Test
  void appliesOnlyWhatWasLookedAt() {
    AgencyProfile seen = register.add(entry("甲機關"), ADMIN);
    List<AgencyLine> lines = List.of(line(2, code, "乙機關"));
    String mark = files.plan(lines).mark();
    register.change(new AgencyCode(code), seen.version(), entry("丙機關"), ADMIN);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> files.apply(lines, mark, ADMIN));
    assertThat(register.get(new AgencyCode(code)).entry().name()).isEqualTo("丙機關");
  }

  private AgencyEntry entry(String name) {
    return new AgencyEntry(code, name, null, oid, null, null, null);
  }

  private static AgencyLine line(int number, String code, String name) {
    return new AgencyLine(number, Map.of(AgencyField.CODE, code, AgencyField.NAME, name));
  }

  private static AgencySearch search(String text, @Nullable Boolean suspended) {
    return new AgencySearch(text, suspended, AgencySearch.Sort.CODE, false, 1, 50);
  }

  private ActLine lastAct() {
    List<ActLine> acts = history.of("agency " + code);
    return acts.get(acts.size() - 1);
  }

  private static void refuses(ErrorCode code, ThrowingCallable act) {
    assertThatExceptionOfType(HubException.class).isThrownBy(act).returns(code, HubException::code);
  }
}
