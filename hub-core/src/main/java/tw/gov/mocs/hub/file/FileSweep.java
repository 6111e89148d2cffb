package tw.gov.mocs.hub.file;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.shared.BareFailure;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Deletes what a rolled back transaction or a killed process left in the folder, and the files of
 * forms that were never sent.
 */
@Component
class FileSweep {

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final Duration LEFT = Duration.ofDays(1);
  private static final long EVERY_MILLIS = 3_600_000;

  private final JobRecorder jobs;
  private final StoredFiles files;
  private final FileFolder folder;
  private final FileMapper mapper;
  private final Clock clock;

  FileSweep(
      StoredFiles files, FileFolder folder, FileMapper mapper, Clock clock, JobRecorder jobs) {
    this.files = files;
    this.folder = folder;
    this.mapper = mapper;
    this.clock = clock;
    this.jobs = jobs;
  }

  @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
  void sweep() {
    try {
      jobs.run(Job.FILE_SWEEP, Duration.ofMillis(EVERY_MILLIS), this::discard);
    } catch (RuntimeException e) {
      LOG.warn("the folder of files was not swept: {}", BareFailure.of(e).getMessage());
    }
  }

  private void discard() {
    mapper.ofFormsBefore(clock.instant().minus(LEFT)).forEach(this::remove);
    mapper.unusedContents().forEach(files::forget);
    folder.discardIncomingBefore(clock.instant().minus(LEFT));
  }

  private void remove(long file) {
    try {
      files.remove(file);
    } catch (HubException e) {
      LOG.debug("another node was faster: {}", e.detail());
    }
  }
}
