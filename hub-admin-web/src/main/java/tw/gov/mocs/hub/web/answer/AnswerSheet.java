package tw.gov.mocs.hub.web.answer;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Audience;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.ConnectingSystem;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.FieldGrant;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.Grants;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.application.ServiceRequest;
import tw.gov.mocs.hub.application.WizardStep;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.DataClass;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.web.answer.AnswerBlock.Answer;
import tw.gov.mocs.hub.web.answer.ServiceAnswer.AskedField;
import tw.gov.mocs.hub.web.apply.FaultTexts;
import tw.gov.mocs.hub.web.content.Markdown;
import tw.gov.mocs.hub.web.layout.Names;
import tw.gov.mocs.hub.web.layout.RocFormat;

/** Puts what an application says into the words and the order of the manual. */
@Component
public final class AnswerSheet {

  private final MessageSource messages;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final Grants grants;
  private final AgreedTerms agreed;
  private final RocFormat roc;
  private final Names names;

  AnswerSheet(
      MessageSource messages,
      Agencies agencies,
      Catalogue catalogue,
      Grants grants,
      AgreedTerms agreed,
      RocFormat roc,
      Names names) {
    this.messages = messages;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.grants = grants;
    this.agreed = agreed;
    this.roc = roc;
    this.names = names;
  }

  /** What the application says, draft or not. */
  public Answers of(Application application, Locale locale) {
    ApplicationContent content = application.content();
    boolean oneTime = content.method() == DeliveryMethod.ONE_TIME_FILE;
    Grant grant = application.number().flatMap(grants::find).orElse(null);
    return new Answers(
        List.of(
            agency(application, locale),
            system(content.system(), locale),
            audiences(content, locale),
            method(content, locale),
            request(application, oneTime, locale)),
        oneTime ? content.attachments() : List.of(),
        oneTime
            ? List.of()
            : offered(content.services())
                .flatMap(asked -> service(asked, application, grant, locale).stream())
                .toList(),
        oneTime,
        agreed.of(application).map(terms -> terms(terms, locale)).orElse(null));
  }

  private static Answers.Terms terms(ContentPage agreed, Locale locale) {
    return new Answers.Terms(
        agreed.version(), Markdown.toHtml(agreed.body().in(locale)), agreed.body().en() != null);
  }

  private AnswerBlock agency(Application application, Locale locale) {
    Agency agency = agencies.get(application.agencyId());
    ApplicationContent content = application.content();
    return block(
        WizardStep.AGENCY,
        locale,
        new Answer(
            text("answer.agency", locale),
            List.of(agency.code() + " " + names.of(agency, locale)),
            ""),
        answer("contactName", content.contactName(), locale),
        answer("contactPhone", content.contactPhone(), locale),
        answer("contactMail", content.contactMail(), locale),
        answer("period", period(content.period()), locale),
        answer("purpose", content.purpose(), locale),
        answer("legalBasis", content.legalBasis(), locale),
        answer("specificPurpose", content.specificPurpose(), locale));
  }

  private AnswerBlock system(ConnectingSystem system, Locale locale) {
    return block(
        WizardStep.SYSTEM,
        locale,
        answer("system.name", system.name(), locale),
        answer("system.operatingSystem", system.operatingSystem(), locale),
        answer("system.language", system.language(), locale),
        answer("system.database", system.database(), locale),
        answer("system.hostName", system.hostName(), locale),
        answer("system.addresses", system.addresses().stream().map(Cidr::value).toList(), locale));
  }

  private AnswerBlock audiences(ApplicationContent content, Locale locale) {
    List<String> chosen =
        content.audiences().isEmpty()
            ? List.of()
            : EnumSet.copyOf(content.audiences()).stream()
                .map(Audience::name)
                .map(name -> text("answer.audience." + name, locale))
                .toList();
    return block(WizardStep.AUDIENCE, locale, answer("audiences", chosen, locale));
  }

  private AnswerBlock method(ApplicationContent content, Locale locale) {
    List<String> chosen =
        Stream.ofNullable(content.method())
            .map(method -> text("answer.method." + method, locale))
            .toList();
    return block(WizardStep.METHOD, locale, answer("method", chosen, locale));
  }

  private AnswerBlock request(Application application, boolean oneTime, Locale locale) {
    if (!oneTime) {
      String key = application.number().isEmpty() ? "answer.services.draft" : "answer.services";
      return new AnswerBlock(WizardStep.REQUEST.number(), text(key, locale), List.of());
    }
    return block(
        WizardStep.REQUEST,
        locale,
        answer("specialConditions", application.content().specialConditions(), locale));
  }

  private AnswerBlock block(WizardStep step, Locale locale, Answer... answers) {
    return new AnswerBlock(step.number(), text("answer.block." + step, locale), List.of(answers));
  }

  private Answer answer(String name, String given, Locale locale) {
    return answer(name, given.lines().toList(), locale);
  }

  private Answer answer(String place, List<String> lines, Locale locale) {
    return new Answer(text("answer." + place, locale), lines, FaultTexts.field(place));
  }

  private String period(@Nullable ServicePeriod period) {
    return period == null ? "" : roc.day(period.from()) + " ~ " + roc.day(period.to());
  }

  /** In the order of 申請服務; what is no longer offered comes last. */
  private Stream<ServiceRequest> offered(List<ServiceRequest> asked) {
    CatalogueSnapshot now = catalogue.current();
    return asked.stream().sorted(comparing(one -> now.placeOf(one.service())));
  }

  private Optional<ServiceAnswer> service(
      ServiceRequest asked, Application application, @Nullable Grant grant, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    ServiceGrant granted = grant == null ? null : grant.find(asked.service()).orElse(null);
    return catalogue
        .current()
        .find(asked.service())
        .map(
            service ->
                new ServiceAnswer(
                    service.code().value(),
                    english ? service.nameEn() : service.name(),
                    service.description(),
                    service.descriptionEn(),
                    english ? service.category().nameEn() : service.category().name(),
                    isWhole(asked, service),
                    fields(asked, service, granted, english),
                    asked.justification(),
                    application.number().isEmpty()
                        ? null
                        : shown(application.outcomeOf(asked.service()))));
  }

  /** That a first reviewer has granted something is not the agency's to know. */
  private static ApplicationStatus shown(ApplicationStatus outcome) {
    return outcome.undecided() ? ApplicationStatus.PENDING : outcome;
  }

  private static boolean isWhole(ServiceRequest asked, ExchangeService service) {
    return asked.fields().isEmpty()
        || new HashSet<>(asked.fields())
            .containsAll(service.fields().stream().map(Field::xmlName).toList());
  }

  private static List<AskedField> fields(
      ServiceRequest asked,
      ExchangeService service,
      @Nullable ServiceGrant granted,
      boolean english) {
    List<AskedField> fields = new ArrayList<>();
    for (Field field : service.fields()) {
      if (asked.fields().isEmpty() || asked.fields().contains(field.xmlName())) {
        FieldGrant leave = granted == null ? null : granted.fields().get(field.xmlName());
        fields.add(
            new AskedField(
                english ? field.labelEn() : field.label(),
                field.dataClass() == DataClass.RESTRICTED,
                granted != null && (leave == null || !leave.returned())));
      }
    }
    return fields;
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
