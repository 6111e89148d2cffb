package tw.gov.mocs.hub.catalogue;

/** Is told that a service opens, closes or will close, in the transaction that makes it so. */
public interface ServiceSwitchListener {

  /**
   * One change.
   *
   * @param before as it was; after an announced change without what was announced
   * @param next as it is once the transaction is committed
   */
  void switched(ServiceCode code, ServiceState before, ServiceState next);
}
