package tw.gov.mocs.hub.web.delivery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.application.GrantUsage;
import tw.gov.mocs.hub.application.GrantUse;
import tw.gov.mocs.hub.delivery.Deliveries;
import tw.gov.mocs.hub.delivery.Delivery;
import tw.gov.mocs.hub.delivery.DeliveryStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.progress.Offer;
import tw.gov.mocs.hub.web.progress.ShownApplications;

/**
 * The one-time files of the agency whose card asks, and their place in its list of applications.
 */
@Component
final class OwnFiles implements Offer.Source {

  private final ShownApplications shown;
  private final Deliveries deliveries;
  private final GrantUsage usage;

  OwnFiles(ShownApplications shown, Deliveries deliveries, GrantUsage usage) {
    this.shown = shown;
    this.deliveries = deliveries;
    this.usage = usage;
  }

  @Override
  public List<Offer> of(ApplicationLine line) {
    boolean usable =
        ShownApplications.agencyId() != null
            && line.method() == DeliveryMethod.ONE_TIME_FILE
            && line.grantStatus() == GrantStatus.ACTIVE;
    return usable ? offers(line) : List.of();
  }

  private List<Offer> offers(ApplicationLine line) {
    String number = requireNonNull(line.number(), "of a grant").value();
    Delivery newest = deliveries.newest(List.of(number)).get(number);
    if (newest == null) {
      return List.of(offer("delivery.see", line, "file"));
    }
    return switch (newest.status()) {
      case READY ->
          List.of(
              offer("delivery.download", line, "file"),
              offer("delivery.program", line, "decryption.zip"));
      case RECEIVED ->
          List.of(
              offer("delivery.see", line, "file"),
              offer("delivery.program", line, "decryption.zip"));
      case QUEUED, RUNNING, FAILED, CANCELLED, EXPIRED ->
          List.of(offer("delivery.see", line, "file"));
    };
  }

  private static Offer offer(String textKey, ApplicationLine line, String what) {
    return new Offer(Offer.Column.EXCHANGE, textKey, "/progress/" + line.number() + "/" + what);
  }

  /** The application of a file; NOT_FOUND for another agency's or none of this agency's cards. */
  Application application(String number) {
    Application application = shown.get(number);
    if (ShownApplications.agencyId() == null
        || application.content().method() != DeliveryMethod.ONE_TIME_FILE) {
      throw new HubException(ErrorCode.NOT_FOUND, "no file of an agency", number);
    }
    return application;
  }

  /** Whether a file can be made and taken now; ACTIVE also while nothing is decided yet. */
  GrantStatus grantStatus(Application application) {
    return usage.of(application.agencyId()).stream()
        .filter(use -> application.number().equals(Optional.of(use.grant().applicationNo())))
        .map(GrantUse::status)
        .findFirst()
        .orElse(GrantStatus.ACTIVE);
  }

  /** The newest file of an application that did not fail; empty if there is none. */
  Optional<Delivery> newest(Application application) {
    return deliveries.of(application.number().orElseThrow()).stream()
        .filter(each -> each.status() != DeliveryStatus.FAILED)
        .findFirst();
  }
}
