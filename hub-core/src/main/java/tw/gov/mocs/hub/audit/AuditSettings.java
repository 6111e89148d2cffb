package tw.gov.mocs.hub.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.Folders;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;

/**
 * The log. Key files are named here, never their content.
 *
 * @param node name of this node, whose chain it alone writes; every node needs another
 * @param writing false in a command that runs beside the hub: its acts wait for a running node
 * @param leaseSeconds after how long without a sign of life a node's chain may be taken over
 * @param queueSize calls that may wait for the log; above it calls are refused as busy
 * @param groupSize calls committed together at most
 * @param gatherMicros how long, in microseconds, a call's record waits at most for those of calls
 *     that are being worked on, so that they share a commit; 0 for never
 * @param replaysInMemory signed digests remembered for cheap early refusals
 * @param requestIdDays how long an agency's request ids are kept
 * @param checkpointKey PEM file of the private key that signs checkpoints and nothing else
 * @param checkpointCertificate PEM file of its certificate, followed by those of past keys
 * @param checkpointFile file outside the database to which each checkpoint is appended
 * @param checkpointSeconds a checkpoint is made this often
 * @param checkpointRows and whenever a node has written this many rows
 * @param identityHashKeys keys over identity numbers, the present one first, then past ones
 * @param evidenceKeys keys over kept requests, the present one first, then past ones
 * @param refusalQueueSize refusals of strangers waiting to be counted
 * @param refusalDays how long counts of strangers' refusals are kept
 * @param verifyHour the hour, Taipei time, in which the log is verified every day; -1 for never
 */
@ConfigurationProperties("hub.audit")
@Checked(by = AuditSettings.CheckpointPair.class, at = "checkpointKey")
@Checked(by = AuditSettings.OwnFile.class, at = "checkpointFile")
@Checked(by = AuditSettings.IdentityHashIds.class, at = "identityHashKeys")
@Checked(by = AuditSettings.EvidenceIds.class, at = "evidenceKeys")
public record AuditSettings(
    @DefaultValue("node-1") @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String node,
    @DefaultValue("true") boolean writing,
    @DefaultValue("30") @Min(1) @Max(600) int leaseSeconds,
    @DefaultValue("2000") @Min(1) @Max(100_000) int queueSize,
    @DefaultValue("256") @Min(1) @Max(1000) int groupSize,
    @DefaultValue("2000") @Min(0) @Max(1_000_000) int gatherMicros,
    @DefaultValue("200000") @Min(1) int replaysInMemory,
    @DefaultValue("400") @Min(1) int requestIdDays,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path checkpointKey,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path checkpointCertificate,
    @NotNull @Checked(by = Folders.UsableFile.class) Path checkpointFile,
    @DefaultValue("60") @Min(1) @Max(3600) int checkpointSeconds,
    @DefaultValue("10000") @Min(1) @Max(16_384) int checkpointRows,
    @NotEmpty List<@Valid KeyFile> identityHashKeys,
    @NotEmpty List<@Valid KeyFile> evidenceKeys,
    @DefaultValue("10000") @Min(1) int refusalQueueSize,
    @DefaultValue("90") @Min(1) int refusalDays,
    @DefaultValue("1") @Min(-1) @Max(23) int verifyHour) {

  /** The key that signs checkpoints is that of the first certificate. */
  static final class CheckpointPair implements Check<AuditSettings> {

    @Override
    public void check(AuditSettings settings) {
      KeyPair.requireFitting(settings.checkpointCertificate(), settings.checkpointKey());
    }
  }

  /** A hub writes behind nothing but checkpoints; a command, which writes none, still verifies. */
  static final class OwnFile implements Check<AuditSettings> {

    @Override
    public void check(AuditSettings settings) {
      // An absent one is a fault of its own.
      if (settings.writing() && settings.checkpointFile() != null) {
        CheckpointFile.requireOwn(settings.checkpointFile());
      }
    }
  }

  /** An id names one key over identity numbers. */
  static final class IdentityHashIds implements Check<AuditSettings> {

    @Override
    public void check(AuditSettings settings) {
      KeyFile.requireOwnIds(settings.identityHashKeys());
    }
  }

  /** An id names one key over kept requests. */
  static final class EvidenceIds implements Check<AuditSettings> {

    @Override
    public void check(AuditSettings settings) {
      KeyFile.requireOwnIds(settings.evidenceKeys());
    }
  }
}
