package tw.gov.mocs.hub.web.audit;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.SoughtAgency;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.Names;

/** Agencies by the code that somebody typed or that the log holds. */
@Component
final class KnownAgencies {

  private final Agencies agencies;
  private final Names names;
  private final MessageSource messages;

  KnownAgencies(Agencies agencies, Names names, MessageSource messages) {
    this.agencies = agencies;
    this.names = names;
    this.messages = messages;
  }

  Optional<Agency> find(String code) {
    try {
      return agencies.find(new AgencyCode(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The one that a search is narrowed to; null where its code names none. */
  @Nullable SoughtAgency sought(String code) {
    return find(code).map(one -> new SoughtAgency(one.id(), one.code().value())).orElse(null);
  }

  /** The name of an agency; "" where its code names none of today. */
  public String name(String code, Locale locale) {
    return find(code).map(agency -> names.of(agency, locale)).orElse("");
  }

  /** The agency with this number in the hub, by its code and name; "" for none of today. */
  String byId(String number, Locale locale) {
    return agencies.list().stream()
        .filter(agency -> String.valueOf(agency.id()).equals(number))
        .map(agency -> agency.code() + " " + names.of(agency, locale))
        .findFirst()
        .orElse("");
  }

  /** Adds that a code that was typed names none. */
  void require(String code, Faults faults, Locale locale) {
    if (faults.of("agency") == null && !code.isEmpty() && find(code).isEmpty()) {
      faults.add("agency", messages.getMessage("audit.agency.unknown", null, locale));
    }
  }
}
