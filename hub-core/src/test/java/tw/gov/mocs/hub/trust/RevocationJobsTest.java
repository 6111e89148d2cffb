package tw.gov.mocs.hub.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.demo.DemoPki;
import tw.gov.mocs.hub.demo.SharedPki;
import tw.gov.mocs.hub.job.Job;
import tw.gov.mocs.hub.job.JobRecorder;
import tw.gov.mocs.hub.job.JobRun;
import tw.gov.mocs.hub.job.JobRuns;
import tw.gov.mocs.hub.shared.KeyFiles;

/** What the list of jobs says where an authority's addresses do not answer. */
class RevocationJobsTest {

  private static final AgencyCode CODE = new AgencyCode("A01000000A");

  @Test
  void failWhileAListIsMissingAndAResponderIsAway(@TempDir Path folder) {
    DemoPki pki = SharedPki.in(folder);
    String nobody;
    try (LoopbackServer closed = new LoopbackResponder(TrustWorld.CA_KEYS).start()) {
      nobody = closed.address();
    }
    try (ConfigurableApplicationContext core =
        TestCore.start(
            TestDatabase.H2,
            Map.of(
                "hub.trust.accept-demo-certificates", "true",
                "hub.trust.roots", pki.root().toString(),
                "hub.trust.intermediates", pki.intermediate().toString(),
                "hub.trust.refresh-seconds", "2",
                "hub.trust.revocation[0].issuer", pki.root().toString(),
                "hub.trust.revocation[0].crl", folder.resolve("never.crl").toUri().toString(),
                "hub.trust.revocation[1].issuer", pki.intermediate().toString(),
                "hub.trust.revocation[1].ocsp", nobody))) {
      Agencies agencies = core.getBean(Agencies.class);
      agencies.register(CODE, "甲", null, DemoPki.AGENCY_A_OID, Actor.HUB);
      agencies.registerCertificate(
          CODE,
          KeyFiles.certificates(pki.agencyA().certificate()).get(0),
          Set.of(CertificateUse.CALL),
          Actor.HUB);
      awaitFailure(core, Job.REVOCATION_LISTS, JobRecorder.LISTS_MISSING);
      awaitFailure(core, Job.OCSP_ANSWERS, JobRecorder.ANSWERS);
    }
  }

  private static void awaitFailure(ConfigurableApplicationContext core, Job job, String failure) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!failures(core, job).contains(failure)) {
      assertThat(System.nanoTime()).as("runs of %s", job).isLessThan(deadline);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static List<String> failures(ConfigurableApplicationContext core, Job job) {
    return core.getBean(JobRuns.class).list().stream()
        .filter(run -> run.jobName().equals(job.name()))
        .filter(run -> run.failure() != null)
        .map(JobRun::failure)
        .toList();
  }
}
