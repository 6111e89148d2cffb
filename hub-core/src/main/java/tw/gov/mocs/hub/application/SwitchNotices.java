package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.catalogue.PlannedSwitch;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceState;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.catalogue.ServiceSwitchListener;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.RocDate;

/** Tells who was granted a service that it closes, will close, stays or opens. */
@Component
class SwitchNotices implements ServiceSwitchListener {

  private final GranteeMapper mapper;
  private final Notices notices;
  private final Clock clock;

  SwitchNotices(GranteeMapper mapper, Notices notices, Clock clock) {
    this.mapper = mapper;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void switched(ServiceCode code, ServiceState before, ServiceState next) {
    NoticeKind kind = kind(before, next);
    if (kind == null) {
      return;
    }
    PlannedSwitch planned = kind == NoticeKind.SERVICE_CLOSING ? next.planned() : null;
    LocalDate day = planned == null ? null : planned.day();
    String announced = planned == null ? next.notice() : planned.notice();
    LocalDate today = RocDate.dayOf(clock.instant());
    for (GranteeMapper.Contact contact : mapper.contacts(code.value(), today)) {
      notices.put(
          new NoticeDraft(
              kind,
              List.of(contact.contactMail()),
              contact.contactName(),
              code.value(),
              day,
              announced));
    }
  }

  /** What is told of it; null for what changes nothing for who calls. */
  private static @Nullable NoticeKind kind(ServiceState before, ServiceState next) {
    if (before.status() != next.status()) {
      return next.status() == ServiceStatus.OPEN
          ? NoticeKind.SERVICE_OPENED
          : NoticeKind.SERVICE_CLOSED;
    }
    LocalDate was = day(before);
    LocalDate will = day(next);
    if (next.status() == ServiceStatus.CLOSED || (was == null ? will == null : was.equals(will))) {
      return null;
    }
    return will == null ? NoticeKind.SERVICE_KEPT : NoticeKind.SERVICE_CLOSING;
  }

  private static @Nullable LocalDate day(ServiceState state) {
    PlannedSwitch planned = state.planned();
    return planned == null ? null : planned.day();
  }
}
