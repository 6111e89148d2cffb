package tw.gov.mocs.hub.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Decides who may read what, from facts in memory alone. The rules stand in the order of design §9:
 * whether one may call at all comes before what the call says, so that a stranger learns nothing of
 * the grant, and what is cheap comes first.
 */
@Component
class AccessDecider {

  private static final int MAX_PURPOSE = 200;

  private final ExchangeSettings settings;
  private final PageTokens tokens;

  AccessDecider(ExchangeSettings settings, PageTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /** The decision; throws nothing that is a refusal. */
  AccessDecision decide(AccessQuestion question) {
    try {
      return new AccessDecision.Allowed(plan(question));
    } catch (HubException refusal) {
      return new AccessDecision.Refused(refusal.code(), refusal.detail(), refusal.told());
    }
  }

  private ReadPlan plan(AccessQuestion question) {
    ExchangeRequest request = question.request();
    Grant grant = GrantRules.requireUsable(question.grant(), question.agencyId());
    ExchangeService service = GrantRules.requireOpen(question.service(), request.service());
    ServiceGrant granted = GrantRules.requireGranted(grant, service);
    GrantRules.requirePeriod(grant, question.day());
    GrantRules.requireAddress(grant, question.address());
    requirePurpose(request.purpose(), service.purposeRule());
    List<Field> fields = fields(request, service, granted);
    List<Condition> criteria =
        new CriteriaReader(service, granted, settings.maxValues()).read(request.criteria());
    if (service.requiredCriteria() != null && !granted.wholeTable()) {
      RequiredCriterion.require(service.requiredCriteria(), criteria);
    }
    List<Condition> conditions =
        new ArrayList<>(RowConditions.of(granted, RowSource.of(service), grant.agencyCode()));
    conditions.addAll(criteria);
    int rows = rows(request.pageSize());
    TokenContext context = context(question, grant, fields);
    String afterKey =
        request.pageToken() == null ? null : tokens.open(context, request.pageToken());
    return new ReadPlan(service, grant, fields, conditions, rows, afterKey, context);
  }

  private static TokenContext context(AccessQuestion question, Grant grant, List<Field> fields) {
    return new TokenContext(
        question.agencyId(),
        grant.applicationNo().value(),
        grant.version(),
        question.request().service().value(),
        fields.stream().map(Field::xmlName).toList(),
        question.criteria());
  }

  /** 案號或事由: throws PURPOSE_INVALID. */
  private static void requirePurpose(String purpose, PurposeRule rule) {
    String why = null;
    if (purpose.isBlank()) {
      why = "the purpose is empty";
    } else if (purpose.codePointCount(0, purpose.length()) > MAX_PURPOSE) {
      why = "the purpose is longer than " + MAX_PURPOSE + " characters";
    } else if (IdentityForms.in(purpose)) {
      // It would stand in the log in clear, where identity numbers are keyed hashes only.
      why = "the purpose holds something of an identity number's form";
    } else if (!rule.isMetBy(purpose)) {
      why = "the service wants a case number of four digits at least";
    }
    if (why != null) {
      throw new HubException(ErrorCode.PURPOSE_INVALID, why);
    }
  }

  /** The fields asked for that are granted, in catalogue order; each once however often asked. */
  private static List<Field> fields(
      ExchangeRequest request, ExchangeService service, ServiceGrant granted) {
    Set<String> asked = new HashSet<>(request.fields());
    List<Field> fields = new ArrayList<>();
    for (Field field : service.fields()) {
      FieldGrant grant = granted.fields().get(field.xmlName());
      boolean returned = grant != null && grant.returned();
      if (returned && (request.fields().isEmpty() || asked.remove(field.xmlName()))) {
        fields.add(field);
      }
    }
    if (!request.fields().isEmpty() && !asked.isEmpty()) {
      String name = request.fields().stream().filter(asked::contains).findFirst().orElseThrow();
      throw new HubException(ErrorCode.FIELD_NOT_GRANTED, "not granted: " + name, name);
    }
    if (fields.isEmpty()) {
      throw new HubException(
          ErrorCode.SERVICE_NOT_GRANTED,
          "no field that the service still offers is granted",
          service.code().value());
    }
    return fields;
  }

  private int rows(@Nullable Integer asked) {
    int rows = asked == null ? settings.pageRows() : asked;
    if (rows < 1 || rows > settings.maxPageRows()) {
      String rule = "page/size 1–" + settings.maxPageRows();
      throw new HubException(ErrorCode.SCHEMA_INVALID, "page size " + rows, rule, rule);
    }
    return rows;
  }
}
