package tw.gov.mocs.hub.client.open;

/** Is told how many bytes of the file were read. */
interface Progress {

  /** So many of all; called often. */
  void read(long bytes);
}
