package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.notice.Notice;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** Grants after they were made, on every database. */
@OnEveryDatabase
class GrantsTest {

  private final ApplicationContext core;
  private final Ministry ministry;
  private final GrantControl control;
  private ApplicationNumber number = new ApplicationNumber("APSQ00000000");

  GrantsTest(TestDatabase database) {
    core = TestCore.shared(database);
    ministry = new Ministry(core);
    control = ministry.control;
  }

  @BeforeEach
  void grant() {
    number = Ministry.number(ministry.granted());
  }

  @Test
  void knowsNoGrantOfAnUnknownNumber() {
    assertThat(ministry.grants.find(new ApplicationNumber("APSQ99999999"))).isEmpty();
  }

  @Test
  void listsTheGrantsOfAnAgency() {
    ApplicationNumber second = Ministry.number(ministry.granted());
    assertThat(ministry.grants.of(ministry.agency.id()))
        .extracting(Grant::applicationNo)
        .containsExactly(number, second);
  }

  @Test
  void aHotCallReadsNoDatabase() {
    Grant grant = current();
    assertThat(current()).isSameAs(grant);
  }

  @Test
  void suspensionIsInForceAtOnce() {
    control.suspend(number, current().version(), "異常使用", Ministry.REVIEWER);
    assertThat(current().status()).isEqualTo(GrantStatus.SUSPENDED);
    assertThat(current().version()).isEqualTo(2);
  }

  @Test
  void resumes() {
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    control.resume(number, 2, "已改善", Ministry.REVIEWER);
    assertThat(current().status()).isEqualTo(GrantStatus.ACTIVE);
  }

  @Test
  void revocationIsFinal() {
    control.revoke(number, 1, "違反規範", Ministry.REVIEWER);
    assertThat(current().status()).isEqualTo(GrantStatus.REVOKED);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.resume(number, 2, "後悔", Ministry.REVIEWER));
  }

  @Test
  void setsALaterLastDay() {
    LocalDate later = current().period().to().plusDays(10);
    control.extend(number, 1, later, "專案延長", Ministry.REVIEWER);
    assertThat(current().period().to()).isEqualTo(later);
  }

  @Test
  void refusesAnExtensionThatShortens() {
    LocalDate same = current().period().to();
    refuses(
        ErrorCode.VALUE_INVALID, () -> control.extend(number, 1, same, "專案延長", Ministry.REVIEWER));
  }

  @Test
  void refusesAnExtensionBeyondItsLimit() {
    LocalDate beyond = current().period().to().plusDays(367);
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> control.extend(number, 1, beyond, "專案延長", Ministry.REVIEWER));
  }

  @Test
  void isCertifiedOnceAYearByName() {
    LocalDate today = RocDate.dayOf(Instant.now());
    assertThat(control.line(number))
        .returns(today, GrantLine::certifiedOn)
        .returns(null, GrantLine::certifiedBy)
        .returns(today.plusYears(1), GrantLine::certifyBy);
    assertThat(due(300)).isEmpty();
    assertThat(due(366)).contains(number.value());
    control.certify(number, 1, "仍有業務需要", Ministry.REVIEWER);
    assertThat(control.line(number)).returns("reviewer", GrantLine::certifiedBy);
    assertThat(current().version()).isEqualTo(2);
    assertThat(ministry.logged(number)).contains("GRANT_CERTIFIED");
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> control.certify(number, 2, "仍有業務需要", Ministry.ADMINISTRATOR));
  }

  @Test
  void isFoundByStateAgencyAndEnd() {
    assertThat(ending(29)).isEmpty();
    assertThat(ending(30)).containsExactly(number.value());
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    assertThat(
            found(
                new GrantSearch(
                    Set.of(GrantStatus.ACTIVE),
                    code(),
                    null,
                    null,
                    null,
                    GrantSearch.Sort.NUMBER,
                    false,
                    1,
                    10)))
        .isEmpty();
  }

  @Test
  void eachChangeIsToldToTheAgency() {
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    control.resume(number, 2, "已改善", Ministry.REVIEWER);
    control.extend(number, 3, current().period().to().plusDays(1), "延長", Ministry.REVIEWER);
    control.revoke(number, 4, "違反規範", Ministry.REVIEWER);
    assertThat(
            core.getBean(Notices.class)
                .search(new NoticeSearch(Set.of(), Set.of(), number.value(), 1, 20))
                .items())
        .extracting(Notice::kind)
        .contains(
            NoticeKind.GRANT_SUSPENDED,
            NoticeKind.GRANT_RESUMED,
            NoticeKind.GRANT_EXTENDED,
            NoticeKind.GRANT_REVOKED);
  }

  private List<String> due(int days) {
    return found(
        new GrantSearch(Set.of(), code(), null, null, days, GrantSearch.Sort.NUMBER, false, 1, 10));
  }

  private List<String> ending(int days) {
    return found(
        new GrantSearch(Set.of(), code(), null, days, null, GrantSearch.Sort.NUMBER, false, 1, 10));
  }

  private List<String> found(GrantSearch search) {
    return control.search(search).items().stream().map(GrantLine::applicationNo).toList();
  }

  private String code() {
    return ministry.agency.code().value();
  }

  @Test
  void whoConfirmedTheCertificatesDoesNotExtend() {
    LocalDate later = current().period().to().plusDays(10);
    refuses(
        ErrorCode.DUTIES_NOT_SEPARATE,
        () -> control.extend(number, 1, later, "專案延長", Ministry.ADMINISTRATOR));
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    refuses(
        ErrorCode.CHANGED_MEANWHILE, () -> control.revoke(number, 1, "違反規範", Ministry.REVIEWER));
  }

  @Test
  void refusesAChangeWithoutAReason() {
    refuses(ErrorCode.VALUE_INVALID, () -> control.suspend(number, 1, " ", Ministry.REVIEWER));
  }

  @Test
  void refusesToSuspendTwice() {
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    refuses(ErrorCode.STATE_CONFLICT, () -> control.suspend(number, 2, "又一次", Ministry.REVIEWER));
  }

  @Test
  void anotherNodeForgetsOnlyWhatChanged() {
    ApplicationNumber untouched = Ministry.number(ministry.granted());
    Grants other = otherNode();
    Grant before = other.find(untouched).orElseThrow();
    assertThat(other.find(number)).get().returns(GrantStatus.ACTIVE, Grant::status);
    control.suspend(number, 1, "異常使用", Ministry.REVIEWER);
    hear();
    assertThat(other.find(number)).get().returns(GrantStatus.SUSPENDED, Grant::status);
    assertThat(other.find(untouched)).containsSame(before);
  }

  @Test
  void anotherNodeLearnsOfANewGrant() {
    Grants other = otherNode();
    Application waiting = ministry.waiting();
    assertThat(other.find(Ministry.number(waiting))).isEmpty();
    ministry.reviews.confirm(Ministry.number(waiting), waiting.version(), "", Ministry.SECOND);
    hear();
    assertThat(other.find(Ministry.number(waiting))).isPresent();
  }

  /** The memory of another node: it hears of changes like one. */
  private Grants otherNode() {
    return new Grants(
        core.getBean(GrantMapper.class),
        core.getBean(TermsRows.class),
        core.getBean(Changes.class),
        core.getBean(PlatformTransactionManager.class));
  }

  private void hear() {
    core.getBean(TransactionTemplate.class)
        .executeWithoutResult(status -> core.getBean(Changes.class).mark(ChangeTopic.GRANT));
  }

  private Grant current() {
    return ministry.grants.find(number).orElseThrow();
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
