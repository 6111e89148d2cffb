package tw.gov.mocs.hub.web.agency;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.layout.Faults;

/** The form that proposes a certificate for an agency: of a file, or of one that was shown. */
final class UploadForm {

  static final String PATH = "/admin/certificates/new";

  private UploadForm() {}

  static String show(String agency, Set<CertificateUse> uses, Faults faults, Model model) {
    model.addAttribute("agency", agency);
    model.addAttribute("uses", CertificateUse.values());
    model.addAttribute("chosen", uses);
    model.addAttribute("faults", faults);
    model.addAttribute("kilobytes", CertificateProposals.MAX_CERTIFICATE_BYTES / 1024);
    return "agency/upload";
  }

  static Optional<Agency> agency(String typed, Agencies agencies) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return code.matches("[A-Z0-9]{3,10}") ? agencies.find(new AgencyCode(code)) : Optional.empty();
  }

  /** Why there is no agency of what was typed. */
  static String without(String typed, AgencyTexts texts, Locale locale) {
    String field = texts.text("agencies.field." + AgencyField.CODE, locale);
    return typed.isBlank()
        ? texts.text("agencies.fault.MISSING", locale, field)
        : texts.text("kept.agency.unknown", locale);
  }

  static Set<CertificateUse> uses(@Nullable List<String> names) {
    Set<CertificateUse> chosen = EnumSet.noneOf(CertificateUse.class);
    Arrays.stream(CertificateUse.values())
        .filter(use -> names != null && names.contains(use.name()))
        .forEach(chosen::add);
    return chosen;
  }
}
