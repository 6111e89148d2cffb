package tw.gov.mocs.hub.application;

/** 資料交換服務提供方式. */
public enum DeliveryMethod {
  /** 單次服務(檔案交換). */
  ONE_TIME_FILE("APFQ", "單次服務(檔案交換)"),
  /** 即時 Web Service 連線服務. */
  WEB_SERVICE("APSQ", "即時Web Service連線服務");

  private final String prefix;
  private final String label;

  DeliveryMethod(String prefix, String label) {
    this.prefix = prefix;
    this.label = label;
  }

  /** As documents call it. */
  public String label() {
    return label;
  }

  /** The first four letters of the application numbers of this kind. */
  public String prefix() {
    return prefix;
  }
}
