package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tw.gov.mocs.hub.exchange.Samples.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.CallRecord;
import tw.gov.mocs.hub.audit.CheckpointRef;
import tw.gov.mocs.hub.audit.Claims;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.QuotaUse;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.exchange.HubStatusAnswer.ApplicationStatus;
import tw.gov.mocs.hub.exchange.Samples.GrantBuilder;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The order of a call around the decision and the query: what is recorded, when, and how often. */
@OnEveryDatabase
class ExchangeTest {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String PERSON = "A100000001";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private final ApplicationContext core;
  private final String table = "EXCHANGE_" + NEXT.incrementAndGet();
  private final GrantBuilder grant = new GrantBuilder();
  private final StandInDoors doors = new StandInDoors();
  private final Answer answer = new Answer();
  private final Exchange exchange;

  ExchangeTest(TestDatabase database) {
    core = TestCore.shared(database);
    exchange =
        new Exchange(
            doors,
            core.getBean(AccessDecider.class),
            new SpentQuotas(),
            core.getBean(RowReader.class),
            core.getBean(SourceTables.class),
            core.getBean(PageTokens.class),
            new CallRecorder(doors, CLOCK),
            new StatusReader(doors, CLOCK),
            CLOCK);
  }

  @BeforeEach
  void makeRows() throws SQLException {
    core.getBean("sourceDataSource", DataSource.class).getConnection().close();
    execute(
        "CREATE TABLE personnel.%s (record_no VARCHAR(20) NOT NULL PRIMARY KEY, id_no VARCHAR(10),"
            + " full_name VARCHAR(60), agency_code VARCHAR(10), appraisal_year NUMERIC(3), score"
            + " NUMERIC(5,2), action_date DATE, updated_at TIMESTAMP(6))");
    for (int i = 0; i < 60; i++) {
      execute(
          "INSERT INTO personnel.%s VALUES ('R"
              + (100 + i)
              + "', 'A10000000"
              + i / 20
              + "', '王', '301', 114, 80.5, DATE '2026-01-02', TIMESTAMP '2026-01-02 03:04:05')");
    }
  }

  @Test
  void servesTheRowsOfThePerson() {
    assertThat(call(values("idNo", PERSON)).rows()).isEqualTo(20);
  }

  @Test
  void recordsWhoseDataLeave() {
    call(values("agencyCode", "301"));
    assertThat(doors.records.get(0).persons()).hasSize(2);
  }

  @Test
  void recordsCriteriaWithoutIdentityNumbers() {
    call(values("idNo", PERSON));
    assertThat(doors.records.get(0).what().criteria())
        .startsWith("{\"idNo\":[\"key:")
        .doesNotContain(PERSON);
  }

  @Test
  void claimsSignatureRequestIdAndQuotaOfServedCall() {
    call(values("idNo", PERSON));
    Claims claims = doors.claims.get(0);
    assertThat(claims.requestId()).isEqualTo("r-1");
    assertThat(claims.quota())
        .isEqualTo(new QuotaClaim(Samples.NUMBER, Samples.DAY, 20, 10_000, 1_000_000));
  }

  @Test
  void recordsAfterTheAnswerIsComplete() {
    call(values("idNo", PERSON));
    assertThat(doors.endedBefore).containsExactly(true);
  }

  @Test
  void walksThePagesByTheirTokens() {
    int rows = 0;
    String token = null;
    do {
      rows +=
          exchange
              .answer(Samples.caller(), request(token, values("agencyCode", "301")), answer)
              .rows();
      token = answer.next;
    } while (token != null);
    assertThat(rows).isEqualTo(60);
  }

  @Test
  void refusesTokenWithOtherCriteria() {
    call(values("agencyCode", "301"));
    HubException refusal = refused(request(answer.next, values("agencyCode", "302")));
    assertThat(refusal.code()).isEqualTo(ErrorCode.PAGE_TOKEN_INVALID);
  }

  @Test
  void recordsRefusalOnceAndTellsItsNumber() {
    HubException refusal = refused(request(null, values("appraisalYear", "114")));
    assertThat(doors.records).hasSize(1);
    assertThat(refusal.recordId()).isEqualTo(doors.records.get(0).recordId());
  }

  @Test
  void claimsOnlyTheSignatureOfRefusedCall() {
    refused(request(null, values("appraisalYear", "114")));
    assertThat(doors.claims.get(0))
        .extracting(Claims::requestId, Claims::quota)
        .containsExactly(null, null);
  }

  @Test
  void keepsNoIdentityNumberOfRefusedCall() {
    ExchangeRequest request =
        new ExchangeRequest(
            Samples.CODE,
            "r-1",
            Samples.NUMBER,
            "查" + PERSON,
            List.of(),
            List.of(values("agencyCode", PERSON)),
            null,
            null);
    refused(request);
    assertThat(doors.records.get(0).toString()).doesNotContain(PERSON);
  }

  @Test
  void servesNothingThatCannotBeRecorded() {
    doors.failure = new HubException(ErrorCode.LOG_UNAVAILABLE, "the disk is full");
    assertThat(refused(request(null, values("idNo", PERSON))))
        .extracting(HubException::code, HubException::recordId)
        .containsExactly(ErrorCode.LOG_UNAVAILABLE, null);
  }

  @Test
  void tellsTheRecordOfClaimThatFailed() {
    doors.failure = new HubException(ErrorCode.REQUEST_ID_REPEATED, "r-1 was served");
    assertThat(refused(request(null, values("idNo", PERSON))).recordId()).isNotNull();
  }

  @Test
  void readsNothingMoreOnceTheCallsAreSpent() {
    doors.failure = new HubException(ErrorCode.CALL_QUOTA_EXCEEDED, "spent", "1");
    refused(request(null, values("idNo", PERSON)));
    doors.failure = null;
    answer.begun = 0;
    assertThat(refused(request(null, values("idNo", PERSON))).code())
        .isEqualTo(ErrorCode.CALL_QUOTA_EXCEEDED);
    assertThat(answer.begun).isZero();
  }

  @Test
  void callsAgainWhenTheGrantChangedAfterTheCallsWereSpent() {
    doors.failure = new HubException(ErrorCode.CALL_QUOTA_EXCEEDED, "spent", "1");
    refused(request(null, values("idNo", PERSON)));
    doors.failure = null;
    grant.version = 2;
    assertThat(call(values("idNo", PERSON)).rows()).isEqualTo(20);
  }

  @Test
  void callsLostTableDrift() throws SQLException {
    call(values("idNo", PERSON));
    execute("DROP TABLE personnel.%s");
    assertThat(refused(request(null, values("idNo", PERSON))).code())
        .isEqualTo(ErrorCode.SOURCE_DRIFT);
  }

  @Test
  void servesAgainWhenTheTableIsBack() throws SQLException {
    call(values("idNo", PERSON));
    execute("ALTER TABLE personnel.%s DROP COLUMN score");
    // The first finds out by its query, the second by asking how the table is now.
    refused(request(null, values("idNo", PERSON)));
    refused(request(null, values("idNo", PERSON)));
    execute("ALTER TABLE personnel.%s ADD score NUMERIC(5,2)");
    assertThat(call(values("idNo", PERSON)).rows()).isEqualTo(20);
  }

  @Test
  void recordsFailureByItsKindOnly() {
    answer.broken = true;
    refused(request(null, values("idNo", PERSON)));
    assertThat(doors.records.get(0).outcome().detail()).isEqualTo("failed by java.io.IOException");
  }

  @Test
  void tellsTheQuotaThatIsLeft() {
    assertThat(exchange.status(Samples.caller(), "s-1").applications().get(0))
        .extracting(ApplicationStatus::callsLeft, ApplicationStatus::rowsLeft)
        .containsExactly(9_990L, 999_980L);
  }

  @Test
  void tellsWhetherTheAddressIsGranted() {
    assertThat(exchange.status(Samples.caller(), "s-1"))
        .returns("127.0.0.1", HubStatusAnswer::callerAddress)
        .satisfies(all -> assertThat(all.applications().get(0).addressAllowed()).isTrue());
    grant.addresses = List.of(new Cidr("192.0.2.0/24"));
    assertThat(exchange.status(Samples.caller(), "s-2").applications().get(0).addressAllowed())
        .isFalse();
  }

  @Test
  void tellsTheDaysOfTheCertificate() {
    assertThat(exchange.status(Samples.caller(), "s-1").certificateDays()).isEqualTo(10);
  }

  @Test
  void recordsTheDigestOfTheRequestAlsoOfAStatus() {
    exchange.status(Samples.caller(), "s-1");
    assertThat(doors.records.get(0).requestDigest()).isEqualTo(Samples.REQUEST_DIGEST);
    assertThat(doors.records.get(0).outcome().answerDigest()).isNull();
  }

  @Test
  void recordsWhatTheEdgeRefuses() {
    HubException why = new HubException(ErrorCode.SCHEMA_INVALID, "unknown element", "x");
    HubException refusal = exchange.refuse(Samples.caller(), "SQ_TA_001", "r-1", "' OR 1=1", why);
    assertThat(refusal.recordId()).isEqualTo(doors.records.get(0).recordId());
    assertThat(doors.records.get(0).what().applicationNo()).isNull();
  }

  private Served call(Criterion criterion) {
    return exchange.answer(Samples.caller(), request(null, criterion), answer);
  }

  private HubException refused(ExchangeRequest request) {
    return catchThrowableOfType(
        HubException.class, () -> exchange.answer(Samples.caller(), request, answer));
  }

  private static ExchangeRequest request(@Nullable String token, Criterion criterion) {
    return new ExchangeRequest(
        Samples.CODE, "r-1", Samples.NUMBER, "公文", List.of(), List.of(criterion), 25, token);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = core.getBean("hubDataSource", DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(table));
    }
  }

  /** One service, one grant, and a log that keeps what it is told or fails. */
  private final class StandInDoors implements Doors {

    final List<CallRecord> records = new ArrayList<>();
    final List<Claims> claims = new ArrayList<>();
    final List<Boolean> endedBefore = new ArrayList<>();
    @Nullable HubException failure;

    @Override
    public Optional<ExchangeService> service(ServiceCode code) {
      return Optional.of(Samples.service(table, ServiceStatus.OPEN));
    }

    @Override
    public Optional<Grant> grant(ApplicationNumber number) {
      return Optional.of(grant.build());
    }

    @Override
    public Collection<Grant> grantsOf(long agencyId) {
      return List.of(grant.build());
    }

    @Override
    public X509Certificate encryptionCertificate(long agencyId) {
      throw new AssertionError("no service of this test encrypts");
    }

    @Override
    public PersonHash hash(String identityNumber) {
      return new PersonHash("key", Digests.sha256(identityNumber.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String newRecordId() {
      return "RECORD" + NEXT.incrementAndGet();
    }

    @Override
    public void append(CallRecord record, Claims claim) {
      if (failure != null) {
        throw failure;
      }
      records.add(record);
      claims.add(claim);
      endedBefore.add(answer.ended);
    }

    @Override
    public CheckpointRef lastCheckpoint() {
      return new CheckpointRef(0, new byte[0]);
    }

    @Override
    public QuotaUse quotaUse(ApplicationNumber number, LocalDate day) {
      return new QuotaUse(10, 20);
    }
  }

  /** Counts what is written. */
  private static final class Answer implements AnswerWriter {

    int begun;
    boolean ended;
    boolean broken;
    @Nullable String next;

    @Override
    public void begin(AnswerHead head) {
      begun++;
    }

    @Override
    public void row(@Nullable String[] values) throws IOException {
      if (broken) {
        throw new IOException("cannot write " + PERSON);
      }
    }

    @Override
    public long bytes() {
      return 100;
    }

    @Override
    public byte[] end(@Nullable String nextPage) {
      ended = true;
      next = nextPage;
      return new byte[32];
    }
  }
}
