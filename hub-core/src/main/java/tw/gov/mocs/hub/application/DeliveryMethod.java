package tw.gov.mocs.hub.application;

/** 資料交換服務提供方式. */
public enum DeliveryMethod {
  /** 單次服務(檔案交換). */
  ONE_TIME_FILE("APFQ"),
  /** 即時 Web Service 連線服務. */
  WEB_SERVICE("APSQ");

  private final String prefix;

  DeliveryMethod(String prefix) {
    this.prefix = prefix;
  }

  /** The first four letters of the application numbers of this kind. */
  public String prefix() {
    return prefix;
  }
}
