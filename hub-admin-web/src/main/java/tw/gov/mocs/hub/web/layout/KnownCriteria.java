package tw.gov.mocs.hub.web.layout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.QueueSearch;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.LogVerification;
import tw.gov.mocs.hub.audit.SubjectKind;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.content.EntryState;
import tw.gov.mocs.hub.incident.IncidentCalls;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.NoticeState;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.Anchor;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.RevocationAddress;
import tw.gov.mocs.hub.usage.Pattern;

/**
 * What the addresses of the lists may ask for, by the pattern of the list's path: the names of
 * their criteria, and the values where there is a choice. Where a thing stands is called {@code
 * state} in all of them. Lists whose choices come from the database say so themselves.
 */
final class KnownCriteria {

  private static final String[] DAYS = {"from", "to"};

  /** What came of a call: also the code of a refusal. */
  private static final String[] OUTCOMES =
      Stream.concat(
              Stream.of("served", "refused", "failed"),
              Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
          .toArray(String[]::new);

  private static final String[] SETTINGS =
      RuntimeSetting.all().stream().map(RuntimeSetting::name).toArray(String[]::new);

  static final Map<String, Map<String, List<String>>> OF =
      Map.ofEntries(
          list("/admin/overview/calls")
              .words("q")
              .words(DAYS)
              .values("outcome", "served", "refused", "failed")
              .entry(),
          list("/admin/overview/lists").words("q").values("ends", "0", "7", "30", "60").entry(),
          list("/admin/overview/stores")
              .values("kind", "QUEUE", "DISK")
              .values("state", "FULL", "FREE")
              .entry(),
          list("/admin/services")
              .words("q")
              .names("state", ServiceStatus.values())
              .values("drift", "yes")
              .entry(),
          list("/admin/services/drafts")
              .words("q")
              .values("state", "NEW", "CURRENT", "OUTDATED")
              .entry(),
          list("/admin/tables")
              .words("q")
              .values("use", "used", "unused")
              .values("drift", "yes")
              .entry(),
          list("/admin/codes").words("q").entry(),
          list("/admin/codes/of/{list:[A-Z0-9_]+}")
              .words("q")
              .values("validity", "now", "ended", "coming")
              .entry(),
          list("/admin/content/{kind:news|downloads|faq|links}")
              .words("q")
              .names("state", EntryState.values())
              .entry(),
          list("/admin/content/texts/{kind:services|process|install|terms}")
              .words("q")
              .values("state", "COMING", "PRESENT", "FORMER")
              .entry(),
          list("/admin/reviews")
              .words("agency", "number", "age")
              .names("state", QueueSearch.State.values())
              .names("method", DeliveryMethod.values())
              .entry(),
          list("/admin/grants")
              .words("agency", "number")
              .names("state", GrantStatus.values())
              .values("ends", "0", "30", "60", "90")
              .values("due", "0", "30", "60", "90")
              .entry(),
          list("/admin/deliveries").words("agency", "number").entry(),
          list("/admin/agencies").words("q").values("state", "in-use", "suspended").entry(),
          list("/admin/certificates")
              .words("q")
              .names("state", CertificateState.values())
              .names("use", CertificateUse.values())
              .values("ends", "7", "30", "60", "90")
              .entry(),
          list("/admin/certificates/seen")
              .words("q")
              .values("use", "LOGIN", "CALL")
              .values("state", "unregistered", "proposed")
              .entry(),
          list("/admin/accounts")
              .words("q")
              .names("role", Role.values())
              .values("state", "enabled", "disabled", "closed")
              .entry(),
          list("/admin/trust")
              .words("q")
              .names("kind", Anchor.Kind.values())
              .values("state", "IN_FORCE", "NOT_YET", "EXPIRED")
              .values("ends", "30", "60", "90", "365")
              .entry(),
          list("/admin/trust/sources")
              .words("q")
              .names("kind", RevocationAddress.Kind.values())
              .names("state", RevocationAddress.State.values())
              .entry(),
          list("/admin/incidents")
              .words("q", "assignee", "agency", "application")
              .words(DAYS)
              .values("age", "1", "3", "7", "14", "30")
              .names("state", IncidentStatus.values())
              .values("state", "ALL")
              .entry(),
          list("/admin/incidents/{number:[0-9]{8}}/calls")
              .names("scope", IncidentCalls.Scope.values())
              .entry(),
          list("/admin/settings").words("q").values("state", "CHANGED", "DEFAULT").entry(),
          list("/admin/settings/fixed").words("q").values("source", "FILE", "SYSTEM").entry(),
          list("/admin/settings/changes")
              .words("q")
              .words(DAYS)
              .values("setting", SETTINGS)
              .entry(),
          list("/admin/jobs")
              .words("q", "still")
              .values("state", "LATE", "FAILED", "RUNNING", "DONE", "NEVER")
              .entry(),
          list("/admin/notices")
              .words("about")
              .words(DAYS)
              .names("state", NoticeState.values())
              .names("kind", NoticeKind.values())
              .entry(),
          list("/admin/audit/calls")
              .words("fromTime", "toTime", "agency", "application", "service", "requestId")
              .words("address", "person")
              .words(DAYS)
              .values("outcome", OUTCOMES)
              .entry(),
          list("/admin/audit/acts")
              .words("fromTime", "toTime", "actor", "subject", "agency")
              .words(DAYS)
              .names("action", AuditAction.values())
              .names("kind", SubjectKind.values())
              .entry(),
          list("/admin/audit/strangers").words("q", "cause").words(DAYS).entry(),
          list("/admin/audit/verification")
              .words("q", "still")
              .words(DAYS)
              .names("state", LogVerification.Outcome.values())
              .entry(),
          list("/admin/audit/usage").words("agency").words(DAYS).entry(),
          list("/admin/audit/patterns")
              .words("agency")
              .words(DAYS)
              .names("pattern", Pattern.values())
              .entry(),
          list("/progress")
              .words("agency", "number")
              .words(DAYS)
              .names("state", ApplicationSearch.State.values())
              .names("method", DeliveryMethod.values())
              .entry(),
          list("/calls")
              .words("service", "application", "requestId")
              .words(DAYS)
              .values("outcome", OUTCOMES)
              .entry(),
          list("/incidents")
              .words("application")
              .words(DAYS)
              .names("state", IncidentStatus.values())
              .entry());

  private KnownCriteria() {}

  private static Of list(String path) {
    return new Of(path, new LinkedHashMap<>());
  }

  /** The criteria of one list. */
  private record Of(String path, Map<String, List<String>> known) {

    /** In words of one's own. */
    Of words(String... names) {
      Arrays.stream(names).forEach(name -> known.put(name, UnknownCriteria.ANY));
      return this;
    }

    Of names(String name, Enum<?>... values) {
      return values(name, Arrays.stream(values).map(Enum::name).toArray(String[]::new));
    }

    Of values(String name, String... values) {
      List<String> before = known.getOrDefault(name, List.of());
      known.put(name, Stream.concat(before.stream(), Stream.of(values)).toList());
      return this;
    }

    Map.Entry<String, Map<String, List<String>>> entry() {
      return Map.entry(path, Map.copyOf(known));
    }
  }
}
