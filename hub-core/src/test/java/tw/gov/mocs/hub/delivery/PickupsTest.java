package tw.gov.mocs.hub.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.delivery.FileCase.refuses;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tw.gov.mocs.hub.TestPki;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.delivery.Pickups.Pickup;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Revocation;

/** How an agency takes its file, on every database. */
@OnEveryDatabase
class PickupsTest {

  private static final Actor CARD = new Actor("agency", "a".repeat(64), "192.0.2.5");
  private static final Actor OTHER_CARD = new Actor("agency", "b".repeat(64), "192.0.2.5");
  private static final Actor ADMINISTRATOR = new Actor("second-admin", null, null);

  private final FileCase files;
  private final Pickups pickups;
  private final JdbcTemplate sql;
  private final Delivery made;

  PickupsTest(TestDatabase database) {
    files = new FileCase(database);
    pickups = files.core.getBean(Pickups.class);
    sql = new JdbcTemplate(files.core.getBean("hubDataSource", DataSource.class));
    made = files.made();
  }

  @Test
  void isCompleteOnceEveryByteHasLeft() {
    Pickup pickup = open(issue());
    assertThat(send(pickup, 0, 100)).isFalse();
    assertThat(send(pickup, 50, size())).isTrue();
    assertThat(LoggedActs.of(files.core, made.applicationNo()))
        .contains("DELIVERY_TICKET_ISSUED", "DELIVERY_DOWNLOADED");
  }

  @Test
  void beginsNowhereButWhereItWasSentTo() {
    Pickup pickup = open(issue());
    tellsToGoOnFrom(0, () -> pickups.leaving(pickup, 1, size()));
    send(pickup, 0, 100);
    tellsToGoOnFrom(100, () -> pickups.leaving(pickup, 101, size()));
    tellsToGoOnFrom(100, () -> pickups.leaving(pickup, size() - 1, size()));
    tellsToGoOnFrom(100, () -> pickups.leaving(pickup, size(), size()));
    assertThat(send(pickup, 100, size())).isTrue();
  }

  private static void tellsToGoOnFrom(long place, Runnable range) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(range::run)
        .returns(ErrorCode.DELIVERY_RANGE_AHEAD, HubException::code)
        .returns(List.of(Long.toString(place)), HubException::told);
  }

  @Test
  void goesOnFromWhereverItsConnectionBroke() {
    String token = issue();
    pickups.leaving(open(token), 0, size());
    Pickup again = open(token);
    tellsToGoOnFrom(size() - 1, () -> pickups.leaving(again, size(), size()));
    assertThat(send(again, size() - 1, size())).isTrue();
  }

  @Test
  void isResumedByItsTicket() {
    String token = issue();
    send(open(token), 0, 100);
    assertThat(open(token).ticket().sent()).isEqualTo(100);
  }

  @Test
  void isTakenOnce() {
    String token = issue();
    take(token);
    refuses(ErrorCode.DELIVERY_TAKEN, () -> open(token));
    refuses(ErrorCode.DELIVERY_TAKEN, this::issue);
  }

  @Test
  void onceTakenIsAsUnknownToOthersAsATicketThatNeverWas() {
    String token = issue();
    take(token);
    HubException unknown = refusal("0".repeat(64), made.agencyId(), CARD);
    assertThat(
            List.of(
                refusal(token, made.agencyId(), OTHER_CARD),
                refusal(token, made.agencyId() + 1, CARD)))
        .allSatisfy(other -> assertThat(other.code()).isEqualTo(unknown.code()))
        .allSatisfy(other -> assertThat(other.told()).isEqualTo(unknown.told()));
  }

  private HubException refusal(String token, long agencyId, Actor card) {
    return catchThrowableOfType(HubException.class, () -> pickups.open(token, agencyId, card));
  }

  @Test
  void isTakenAgainOnlyWhereAnAdministratorSaysWhy() {
    take(issue());
    refuses(
        ErrorCode.VALUE_INVALID,
        () -> pickups.allowAnother(made.deliveryNo(), made.version(), " ", ADMINISTRATOR));
    pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", ADMINISTRATOR);
    refuses(
        ErrorCode.CHANGED_MEANWHILE,
        () -> pickups.allowAnother(made.deliveryNo(), made.version(), "再", ADMINISTRATOR));
    take(issue());
    refuses(ErrorCode.DELIVERY_TAKEN, this::issue);
  }

  @Test
  void isReissuedByNobodyWhoDecidedOrConfirmed() {
    take(issue());
    for (Actor actor : List.of(FileCase.REVIEWER, FileCase.REGISTRAR)) {
      refuses(
          ErrorCode.DUTIES_NOT_SEPARATE,
          () -> pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", actor));
    }
    refuses(ErrorCode.DELIVERY_TAKEN, this::issue);
  }

  @Test
  void isNotReissuedWhileItsDownloadCanGoOn() {
    assertThat(pickups.canBeReissued(made)).as("not begun").isFalse();
    send(open(issue()), 0, 100);
    assertThat(pickups.canBeReissued(made)).isFalse();
    refuses(
        ErrorCode.STATE_CONFLICT,
        () -> pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", ADMINISTRATOR));
  }

  @Test
  void isReissuedOnceItsTicketIsOver() {
    send(open(issue()), 0, 100);
    endTickets();
    pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", ADMINISTRATOR);
    take(issue());
  }

  private void endTickets() {
    sql.update(
        "UPDATE delivery_ticket SET expires_at = ? WHERE delivery_no = ?",
        Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
        made.deliveryNo());
  }

  @Test
  void whoReissuedConfirmsNoCertificate() {
    take(issue());
    Actor other = new Actor("reissuer", null, null);
    pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", other);
    refuses(ErrorCode.DUTIES_NOT_SEPARATE, () -> files.ministry.registerEncryption(other));
  }

  @Test
  void isReissuedOnceForEachDownload() {
    take(issue());
    assertThat(pickups.canBeReissued(made)).isTrue();
    pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", ADMINISTRATOR);
    assertThat(pickups.canBeReissued(files.deliveries.get(made.deliveryNo()))).isFalse();
  }

  @Test
  void aNewTicketEndsTheOneBefore() {
    String first = issue();
    issue();
    assertThat(refusal(first, made.agencyId(), CARD))
        .returns(ErrorCode.DELIVERY_TICKET_OVER, HubException::code)
        .returns(List.of("已由較新之下載取代"), HubException::told);
    assertThat(refusal(first, made.agencyId(), OTHER_CARD).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aNewTicketBreaksOffTheDownloadByTheOneBefore() {
    Pickup first = open(issue());
    pickups.leaving(first, 0, 100);
    issue();
    refuses(ErrorCode.DELIVERY_TICKET_OVER, () -> pickups.leaving(first, 100, size()));
  }

  @Test
  void saysThatItsTicketIsOver() {
    String token = issue();
    endTickets();
    refuses(ErrorCode.DELIVERY_TICKET_OVER, () -> open(token));
  }

  @Test
  void isOfNoUseToAnotherCardOrAgency() {
    String token = issue();
    refuses(ErrorCode.NOT_FOUND, () -> pickups.open(token, made.agencyId(), OTHER_CARD));
    refuses(ErrorCode.NOT_FOUND, () -> pickups.open("0".repeat(64), made.agencyId(), CARD));
    refuses(ErrorCode.NOT_FOUND, () -> pickups.issue(made.deliveryNo(), made.agencyId() + 1, CARD));
    refuses(ErrorCode.NOT_FOUND, () -> pickups.open(token, made.agencyId() + 1, CARD));
  }

  @Test
  void endsWithItsGrant() {
    String token = issue();
    ApplicationNumber number = new ApplicationNumber(made.applicationNo());
    int version = files.core.getBean(Grants.class).find(number).orElseThrow().version();
    files.core.getBean(GrantControl.class).revoke(number, version, "停止業務", FileCase.REVIEWER);
    refuses(ErrorCode.GRANT_REVOKED, () -> open(token));
  }

  @Test
  void isNotGivenOutOnceItsCertificateWasWithdrawn() {
    String token = issue();
    files
        .core
        .getBean(Agencies.class)
        .withdrawCertificate(requireNonNull(made.thumbprint()), "卡片遺失", ADMINISTRATOR);
    refuses(ErrorCode.DELIVERY_CERTIFICATE_UNUSABLE, () -> open(token));
    refuses(ErrorCode.DELIVERY_CERTIFICATE_UNUSABLE, this::issue);
  }

  @Test
  void isNotGivenOutOnceItsCertificateWasRevoked() {
    String token = issue();
    Agencies agencies = files.core.getBean(Agencies.class);
    String thumbprint = requireNonNull(made.thumbprint());
    TestPki.shared().revoke(agencies.findByThumbprint(thumbprint).orElseThrow().certificate());
    files.core.getBean(Revocation.class).refreshLists();
    refuses(ErrorCode.DELIVERY_CERTIFICATE_UNUSABLE, () -> open(token));
  }

  @Test
  void isDeletedOnceItsAgencyHasIt() throws IOException {
    refuses(ErrorCode.STATE_CONFLICT, () -> acknowledge(requireNonNull(made.sha256())));
    String token = issue();
    take(token);
    refuses(ErrorCode.VALUE_INVALID, () -> acknowledge("00"));
    assertThat(files.left(made)).isNotEmpty();
    acknowledge(requireNonNull(made.sha256()));
    assertThat(files.deliveries.get(made.deliveryNo()).status()).isEqualTo(DeliveryStatus.RECEIVED);
    assertThat(files.left(made)).isEmpty();
    assertThat(refusal(token, made.agencyId(), CARD))
        .returns(ErrorCode.DELIVERY_GONE, HubException::code)
        .returns(List.of("貴機關已簽收本檔案"), HubException::told);
  }

  @Test
  void isDeletedWhenNobodyTakesItInTime() throws IOException {
    String token = issue();
    sql.update(
        "UPDATE delivery SET expires_at = ? WHERE delivery_no = ?",
        Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
        made.deliveryNo());
    refuses(ErrorCode.DELIVERY_GONE, () -> open(token));
    files.core.getBean(DeliveryExpiry.class).expire();
    assertThat(files.deliveries.get(made.deliveryNo()).status()).isEqualTo(DeliveryStatus.EXPIRED);
    assertThat(files.left(made)).isEmpty();
  }

  @Test
  void tellsItsAgencyThatItIsThere() {
    assertThat(told("DELIVERY_READY")).isEqualTo(1);
    assertThat(told("DELIVERY_REISSUED")).isZero();
    take(issue());
    pickups.allowAnother(made.deliveryNo(), made.version(), "硬碟損壞", ADMINISTRATOR);
    assertThat(told("DELIVERY_REISSUED")).isEqualTo(1);
  }

  @Test
  void tellsItsAgencyOnceThatItSoonEnds() {
    DeliveryNotices notices = files.core.getBean(DeliveryNotices.class);
    ends(Duration.ofDays(4), Duration.ofDays(2));
    sweep(notices);
    ends(Duration.ofDays(2), Duration.ofHours(2));
    sweep(notices);
    assertThat(told("DELIVERY_ENDING")).isZero();
    ends(Duration.ofDays(2), Duration.ofDays(2));
    sweep(notices);
    sweep(notices);
    assertThat(told("DELIVERY_ENDING")).isEqualTo(1);
  }

  private void sweep(DeliveryNotices notices) {
    sql.update(
        "UPDATE notice_sweep SET last_day = DATE '2000-01-01' WHERE sweep_name = 'DELIVERY_ENDING'");
    notices.sweep();
  }

  /** As if it ended so long from now, and had been made so long ago. */
  private void ends(Duration left, Duration age) {
    sql.update(
        "UPDATE delivery SET expires_at = ?, ended_at = ? WHERE delivery_no = ?",
        Instant.now().plus(left).atOffset(ZoneOffset.UTC),
        Instant.now().minus(age).atOffset(ZoneOffset.UTC),
        made.deliveryNo());
  }

  private int told(String kind) {
    return requireNonNull(
        sql.queryForObject(
            "SELECT COUNT(*) FROM notice WHERE notice_kind = ? AND about = ?",
            Integer.class,
            kind,
            made.applicationNo()));
  }

  private String issue() {
    return pickups.issue(made.deliveryNo(), made.agencyId(), CARD);
  }

  private Pickup open(String token) {
    return pickups.open(token, made.agencyId(), CARD);
  }

  private void take(String token) {
    assertThat(send(open(token), 0, size())).isTrue();
  }

  private boolean send(Pickup pickup, long from, long to) {
    pickups.leaving(pickup, from, to);
    return pickups.left(pickup, to, CARD);
  }

  private void acknowledge(String sha256) {
    pickups.acknowledge(made.deliveryNo(), made.agencyId(), sha256, CARD);
  }

  private long size() {
    return requireNonNull(made.bytes());
  }
}
