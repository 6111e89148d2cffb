package tw.gov.mocs.hub.incident;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.incident.Incident.Reporter;
import tw.gov.mocs.hub.incident.IncidentMapper.Filter;
import tw.gov.mocs.hub.incident.IncidentMapper.IncidentRow;
import tw.gov.mocs.hub.incident.IncidentMapper.LineRow;
import tw.gov.mocs.hub.incident.IncidentMapper.NewIncident;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/** Incidents as rows; a change is kept only if nobody else changed the incident meanwhile. */
@Component
class IncidentStore {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  private final IncidentMapper mapper;

  IncidentStore(IncidentMapper mapper) {
    this.mapper = mapper;
  }

  Incident get(IncidentNumber number) {
    IncidentRow row = mapper.find(number.value()).orElseThrow(() -> notFound(number));
    return row.with(mapper.attachments(row.id()), mapper.entries(row.id()));
  }

  /** The incident, if it is still of the version that somebody looked at. */
  Incident get(IncidentNumber number, int version) {
    Incident incident = get(number);
    if (incident.version() != version) {
      throw changedMeanwhile(incident);
    }
    return incident;
  }

  /** The same for an agency, to which those of others do not exist. */
  Incident getOf(long agencyId, IncidentNumber number) {
    Incident incident = get(number);
    if (incident.agencyId() != agencyId) {
      throw notFound(number);
    }
    return incident;
  }

  Optional<Incident> findByForm(long agencyId, String formKey) {
    return mapper.findByForm(agencyId, formKey).map(number -> get(new IncidentNumber(number)));
  }

  Page<IncidentLine> search(IncidentSearch search) {
    Filter filter = Filter.of(search);
    return new Page<>(
        mapper.search(filter).stream().map(LineRow::toLine).toList(),
        search.page(),
        search.size(),
        mapper.count(filter));
  }

  /** Lets one report at a time go on, until its transaction ends. */
  void takeTurn() {
    mapper.holdCounter();
  }

  /** Keeps a new incident under the next number. */
  Incident insert(Agency agency, String formKey, IncidentContent content, Reporter reporter) {
    if (mapper.incrementCounter() == 0) {
      throw new HubException(ErrorCode.STATE_CONFLICT, "no incident number is left", "99999999");
    }
    IncidentNumber number = IncidentNumber.of(mapper.lastNumber());
    mapper.insert(
        new NewIncident(
            number.value(),
            formKey,
            agency.id(),
            agency.code().value(),
            content,
            minutes(content.occurredAt()),
            reporter));
    long id = mapper.idOf(number.value());
    List<Attachment> attachments = content.attachments();
    for (int place = 0; place < attachments.size(); place++) {
      mapper.insertAttachment(id, place, attachments.get(place));
    }
    mapper.insertEntry(
        id,
        0,
        new IncidentEntry(
            IncidentEntry.Kind.REPORTED,
            reporter.at(),
            reporter.name(),
            "",
            IncidentStatus.IN_PROGRESS));
    return get(number);
  }

  /** Keeps the status and the newest entry; the version grows. */
  Incident update(Incident changed) {
    IncidentEntry newest = changed.newest();
    if (mapper.update(changed.id(), changed.version(), changed.status(), newest.at()) == 0) {
      throw changedMeanwhile(changed);
    }
    mapper.insertEntry(changed.id(), changed.history().size() - 1, newest);
    return get(changed.number());
  }

  private static @Nullable String minutes(@Nullable LocalTime time) {
    return time == null ? null : MINUTES.format(time);
  }

  private static HubException notFound(IncidentNumber number) {
    return new HubException(
        ErrorCode.NOT_FOUND, "no incident " + number + " of theirs", number.value());
  }

  private static HubException changedMeanwhile(Incident incident) {
    return new HubException(
        ErrorCode.CHANGED_MEANWHILE,
        "incident " + incident.number() + " is no longer of version " + incident.version());
  }
}
