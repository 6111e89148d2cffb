package tw.gov.mocs.hub.usage;

import java.util.List;

/**
 * What was used in a time.
 *
 * @param volumes of each application that was called, in the order of their numbers
 * @param findings the newest day first, then by application
 */
public record Usage(List<Volume> volumes, List<Finding> findings) {

  /** Copies both. */
  public Usage {
    volumes = List.copyOf(volumes);
    findings = List.copyOf(findings);
  }
}
