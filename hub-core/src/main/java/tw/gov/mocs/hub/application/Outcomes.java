package tw.gov.mocs.hub.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 審核結果: what follows from the terms, compared with what was asked. */
final class Outcomes {

  private Outcomes() {}

  /** APPROVED if everything asked is granted, else PARTLY_APPROVED. */
  static ApplicationStatus of(ApplicationContent asked, GrantTerms terms) {
    boolean everything =
        terms.period().equals(asked.period())
            && reach(asked.system().addresses(), terms.addresses())
            && asked.services().stream()
                .allMatch(
                    service ->
                        of(service, terms.services().get(service.service()))
                            == ApplicationStatus.APPROVED);
    return everything ? ApplicationStatus.APPROVED : ApplicationStatus.PARTLY_APPROVED;
  }

  /** The same for one service; REJECTED if nothing of it is granted. */
  static ApplicationStatus of(ServiceRequest asked, @Nullable ServiceGrant granted) {
    if (granted == null) {
      return ApplicationStatus.REJECTED;
    }
    boolean everything =
        granted.conditions().isEmpty()
            && asked.fields().stream()
                .allMatch(
                    name -> {
                      FieldGrant field = granted.fields().get(name);
                      return field != null && field.returned();
                    });
    return everything ? ApplicationStatus.APPROVED : ApplicationStatus.PARTLY_APPROVED;
  }

  private static boolean reach(List<Cidr> asked, List<Cidr> granted) {
    return granted.isEmpty()
        || asked.stream()
            .allMatch(block -> granted.stream().anyMatch(other -> other.contains(block)));
  }
}
