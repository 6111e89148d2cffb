package tw.gov.mocs.hub.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.trust.CertificateAttributes;

/** What the data of an agency must be, whoever types them and wherever they come from. */
@Component
class AgencyCheck {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,10}");
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*)){1,60}");
  private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
  private static final Pattern PHONE = Pattern.compile("[0-9()#*+\\-. ext轉分機]{6,}");

  private final Agencies agencies;
  private final CertificateAttributes attributes;

  AgencyCheck(Agencies agencies, CertificateAttributes attributes) {
    this.agencies = agencies;
    this.attributes = attributes;
  }

  /**
   * All that is wrong.
   *
   * @param before the agency that shall have these data; null for a new one
   */
  List<AgencyFault> faults(AgencyEntry entry, @Nullable Agency before) {
    List<AgencyFault> faults = new ArrayList<>();
    for (AgencyField field : AgencyField.values()) {
      AgencyFault.Kind kind = kind(field, entry.of(field), before);
      if (kind != null) {
        faults.add(new AgencyFault(field, kind));
      }
    }
    return faults;
  }

  private AgencyFault.@Nullable Kind kind(
      AgencyField field, @Nullable String value, @Nullable Agency before) {
    if (value == null || value.isEmpty()) {
      return emptyFault(field, before);
    }
    if (value.length() > field.longest()) {
      return AgencyFault.Kind.TOO_LONG;
    }
    if (!hasForm(field, value)) {
      return AgencyFault.Kind.FORM;
    }
    return switch (field) {
      case CODE -> codeFault(value, before);
      case OID -> oidFault(value, before);
      default -> null;
    };
  }

  private AgencyFault.@Nullable Kind emptyFault(AgencyField field, @Nullable Agency before) {
    return switch (field) {
      case CODE, NAME -> AgencyFault.Kind.MISSING;
      case OID ->
          before != null && before.oid() != null && isNamed(before, before.oid()::equals)
              ? AgencyFault.Kind.NAMED_IN_CERTIFICATES
              : null;
      case NAME_EN, CONTACT_NAME, CONTACT_PHONE, CONTACT_MAIL -> null;
    };
  }

  private static boolean hasForm(AgencyField field, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    return switch (field) {
      case CODE -> CODE.matcher(value).matches();
      case OID -> OID.matcher(value).matches();
      case CONTACT_MAIL -> MAIL.matcher(value).matches();
      case CONTACT_PHONE -> PHONE.matcher(value).matches();
      case NAME, NAME_EN, CONTACT_NAME -> true;
    };
  }

  private AgencyFault.@Nullable Kind codeFault(String code, @Nullable Agency before) {
    boolean own = before != null && before.code().value().equals(code);
    return !own && agencies.find(new AgencyCode(code)).isPresent() ? AgencyFault.Kind.TAKEN : null;
  }

  private AgencyFault.@Nullable Kind oidFault(String oid, @Nullable Agency before) {
    Agency holder = agencies.findByOid(oid).orElse(null);
    if (holder != null && (before == null || holder.id() != before.id())) {
      return AgencyFault.Kind.TAKEN;
    }
    boolean other = before != null && isNamed(before, named -> !named.equals(oid));
    return other ? AgencyFault.Kind.OTHER_IN_CERTIFICATES : null;
  }

  /** Whether a registered certificate of the agency names such an OID. */
  private boolean isNamed(Agency agency, Predicate<String> such) {
    return agencies.certificatesOf(agency.id()).stream()
        .map(RegisteredCertificate::certificate)
        .flatMap(certificate -> attributes.agencyOid(certificate).stream())
        .anyMatch(such);
  }
}
