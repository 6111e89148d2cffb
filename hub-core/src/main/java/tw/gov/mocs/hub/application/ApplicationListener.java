package tw.gov.mocs.hub.application;

/** Is told of an application's steps, in the transaction of each. */
interface ApplicationListener {

  /** It was submitted and got its number. */
  void submitted(Application application);

  /** A reviewer sent it back. */
  void returned(Application application, SentBack back);

  /** A reviewer decided; SECOND_REVIEW if another one has still to. */
  void reviewed(Application application);
}
