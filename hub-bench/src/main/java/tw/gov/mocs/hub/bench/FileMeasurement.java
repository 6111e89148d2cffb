package tw.gov.mocs.hub.bench;

import java.time.Duration;

/**
 * What one file cost, and what it is measured against.
 *
 * @param rows of the file
 * @param bytes of its CSV
 * @param sealed bytes as it is delivered
 * @param read a raw read of its rows
 * @param readCpu processor time of the same
 * @param openSsl AES-256-GCM of its CSV by OpenSSL
 * @param making by the hub's job, from its begin until it can be taken
 * @param makingCpu processor time of its process meanwhile
 * @param makingHeap the most that was left of the heap after a collection, in MB
 * @param opening by the decryption program, from its start to its end
 * @param openingHeap the same of it
 */
record FileMeasurement(
    long rows,
    long bytes,
    long sealed,
    Duration read,
    Duration readCpu,
    Duration openSsl,
    Duration making,
    Duration makingCpu,
    int makingHeap,
    Duration opening,
    int openingHeap) {

  /** The slower of the two that it is measured against. */
  Duration base() {
    return read.compareTo(openSsl) > 0 ? read : openSsl;
  }
}
