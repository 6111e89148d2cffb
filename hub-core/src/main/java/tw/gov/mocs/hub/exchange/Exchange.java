package tw.gov.mocs.hub.exchange;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.database.DatabaseFailures;
import tw.gov.mocs.hub.exchange.RowReader.ReadPage;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** One call, decided, read and recorded; the edge only gives it its form. */
@Component
public class Exchange {

  private final Doors doors;
  private final AccessDecider decider;
  private final SpentQuotas spentQuotas;
  private final RowReader rows;
  private final SourceTables tables;
  private final PageTokens tokens;
  private final CallRecorder recorder;
  private final StatusReader statuses;
  private final Clock clock;

  Exchange(
      Doors doors,
      AccessDecider decider,
      SpentQuotas spentQuotas,
      RowReader rows,
      SourceTables tables,
      PageTokens tokens,
      CallRecorder recorder,
      StatusReader statuses,
      Clock clock) {
    this.doors = doors;
    this.decider = decider;
    this.spentQuotas = spentQuotas;
    this.rows = rows;
    this.tables = tables;
    this.tokens = tokens;
    this.recorder = recorder;
    this.statuses = statuses;
    this.clock = clock;
  }

  /**
   * Decides, reads into the writer and commits the record. Nothing of what was written may leave
   * the hub unless this returns.
   *
   * @throws HubException the refusal, already recorded under its {@code recordId} unless the log
   *     itself is what failed
   */
  public Served answer(Caller caller, ExchangeRequest request, AnswerWriter writer) {
    CallDraft draft = recorder.draft(caller, request.service().value(), request.requestId());
    Answered answered;
    try {
      LocalDate day = RocDate.dayOf(clock.instant());
      ReadPlan plan = decide(caller, request, day, draft);
      answered = read(caller, request, plan, day, draft, writer);
    } catch (HubException refusal) {
      throw recorder.refuse(draft, refusal);
    } catch (SQLException failure) {
      tables.forget();
      throw recorder.refuse(draft, SourceFailures.of(failure));
    } catch (IOException | RuntimeException | Error failure) {
      // The last place where a call can still be recorded: whatever broke, it was a call.
      throw recorder.refuse(draft, DatabaseFailures.of(failure));
    }
    commit(answered, draft);
    return new Served(draft.recordId(), answered.page().rows());
  }

  /** A complete answer that is not yet recorded. */
  private record Answered(
      ReadPlan plan,
      LocalDate day,
      ReadPage page,
      long bytes,
      byte[] digest,
      Set<PersonHash> persons) {}

  private ReadPlan decide(Caller caller, ExchangeRequest request, LocalDate day, CallDraft draft) {
    draft.application(request.applicationNo());
    draft.purpose(request.purpose());
    ExchangeService service = doors.service(request.service()).orElse(null);
    draft.keepsRequest(service != null && service.keepRequest());
    String criteria =
        new CriteriaText(number -> doors.hash(number).toString(), service).of(request.criteria());
    draft.criteria(criteria);
    Grant grant = grant(request.applicationNo());
    long agencyId = caller.agency().id();
    if (grant != null && grant.agencyId() == agencyId) {
      draft.grantVersion(grant.version());
    }
    AccessDecision decision =
        decider.decide(
            new AccessQuestion(agencyId, caller.address(), day, request, grant, service, criteria));
    draft.decided(clock.instant());
    if (decision instanceof AccessDecision.Refused refused) {
      throw refused.toException();
    }
    ReadPlan plan = ((AccessDecision.Allowed) decision).plan();
    spentQuotas.require(plan.grant(), day);
    return plan;
  }

  private @Nullable Grant grant(String number) {
    return ApplicationNumber.matches(number)
        ? doors.grant(new ApplicationNumber(number)).orElse(null)
        : null;
  }

  private Answered read(
      Caller caller,
      ExchangeRequest request,
      ReadPlan plan,
      LocalDate day,
      CallDraft draft,
      AnswerWriter writer)
      throws SQLException, IOException {
    // Before the query: nothing is read that could not leave.
    X509Certificate recipient =
        plan.service().encryptAnswer() ? doors.encryptionCertificate(caller.agency().id()) : null;
    ReadPage page =
        rows.read(
            plan,
            asOf -> writer.begin(head(caller, request, plan, draft, asOf, recipient)),
            writer);
    String next = page.nextKey() == null ? null : tokens.seal(plan.context(), page.nextKey());
    byte[] digest = writer.end(next);
    Set<PersonHash> persons = new HashSet<>(page.persons().size() * 2);
    for (String number : page.persons()) {
      persons.add(doors.hash(number));
    }
    return new Answered(plan, day, page, writer.bytes(), digest, persons);
  }

  private AnswerHead head(
      Caller caller,
      ExchangeRequest request,
      ReadPlan plan,
      CallDraft draft,
      Instant asOf,
      @Nullable X509Certificate recipient) {
    return new AnswerHead(
        request.service(),
        request.requestId(),
        draft.recordId(),
        asOf,
        plan.grant().version(),
        caller.requestDigest(),
        doors.lastCheckpoint(),
        recipient,
        plan.context().fields());
  }

  private void commit(Answered answered, CallDraft draft) {
    Grant grant = answered.plan().grant();
    QuotaClaim quota =
        new QuotaClaim(
            grant.applicationNo().value(),
            answered.day(),
            answered.page().rows(),
            grant.quota().calls(),
            grant.quota().rows());
    try {
      recorder.serve(
          draft,
          draft.served(
              answered.page().rows(),
              answered.bytes(),
              answered.digest(),
              answered.persons(),
              clock.instant()),
          quota);
    } catch (HubException refusal) {
      if (refusal.code() == ErrorCode.CALL_QUOTA_EXCEEDED) {
        spentQuotas.markSpent(grant, answered.day());
      }
      throw refusal;
    }
  }

  /** Answers HubStatus; recorded, and claimed against replay, like any call. */
  public HubStatusAnswer status(Caller caller, String requestId) {
    CallDraft draft = recorder.draft(caller, "HubStatus", requestId);
    HubStatusAnswer answer;
    try {
      answer = statuses.read(caller, requestId, draft.recordId());
    } catch (HubException refusal) {
      throw recorder.refuse(draft, refusal);
    } catch (RuntimeException | Error failure) {
      throw recorder.refuse(draft, DatabaseFailures.of(failure));
    }
    recorder.serve(draft, draft.served(0, 0, null, Set.of(), clock.instant()), null);
    return answer;
  }

  /**
   * Records a refusal that the edge found after the signature held (operation, schema …).
   *
   * @return the same refusal with its record id; or, if the log could not take it, the log's own
   */
  public HubException refuse(
      Caller caller,
      @Nullable String operation,
      @Nullable String requestId,
      @Nullable String applicationNo,
      HubException why) {
    CallDraft draft = recorder.draft(caller, operation, requestId);
    draft.application(applicationNo);
    return recorder.refuse(draft, why);
  }
}
