package tw.gov.mocs.hub.catalogue;

/** Whether a service can be called. */
public enum ServiceStatus {
  OPEN,
  /** In the catalogue, answered with its notice, absent from the WSDL. */
  CLOSED
}
